package dev.larder.mapdb.database;

import dev.larder.mapdb.LockWaitLimit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks by key. Who changes a key holds its stripe; who must have writers out of the way holds all stripes, or
 * those of one segment of a map: each stripe lies in one. Readers of a key need none, since MapDB's own locks
 * show them each record whole. Nobody who holds a stripe asks for another.
 */
public final class KeyStripes {
    /** Segments that a map has. */
    public static final int SEGMENTS = 8;

    private static final int IN_SEGMENT = 16;
    private static final int COUNT = SEGMENTS * IN_SEGMENT;
    /** MapDB takes the segment from the three bits of a hash above the lowest 28: these and the next four. */
    private static final int HASH_SHIFT = 24;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    public KeyStripes() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    public ReentrantLock of(byte[] key) {
        return locks[CacheMap.KEYS.hashCode(key, 0) >>> HASH_SHIFT & COUNT - 1];
    }

    /** Runs something while nobody writes. */
    public void exclusively(Runnable work) {
        held(0, COUNT, () -> {
            work.run();
            return true;
        });
    }

    /** Asks something while nobody writes. */
    public <T> T withoutWriters(Supplier<T> question) {
        return held(0, COUNT, question);
    }

    /** Asks something while nobody writes to a segment of any map. */
    public <T> T withoutWriters(int segment, Supplier<T> question) {
        return held(segment * IN_SEGMENT, (segment + 1) * IN_SEGMENT, question);
    }

    private <T> T held(int from, int to, Supplier<T> work) {
        int held = from;
        try {
            for (; held < to; held++) {
                LockWaitLimit.lock(locks[held]);
            }
            return work.get();
        } finally {
            while (held > from) {
                locks[--held].unlock();
            }
        }
    }
}
