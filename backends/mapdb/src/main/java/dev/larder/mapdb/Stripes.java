package dev.larder.mapdb;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks by key. Who changes a key holds its stripe; who must have all writers out of the way holds all of
 * them. Readers need none: MapDB's own locks show them each record whole.
 */
final class Stripes {
    private static final int COUNT = 128;
    private static final int SPREAD = 0x9E3779B9;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    Stripes() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    ReentrantLock of(Object key) {
        int hash = key.hashCode() * SPREAD;
        return locks[hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(COUNT))];
    }

    /** Runs something while nobody writes. Never called by who holds a stripe. */
    void exclusively(Runnable work) {
        int held = 0;
        try {
            for (; held < COUNT; held++) {
                locks[held].lock();
            }
            work.run();
        } finally {
            while (held > 0) {
                locks[--held].unlock();
            }
        }
    }
}
