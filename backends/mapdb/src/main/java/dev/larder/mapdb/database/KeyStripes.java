package dev.larder.mapdb.database;

import dev.larder.mapdb.lock.LockWaitLimit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Striped locks by key. A thread that changes a key holds the key's lock. A thread that needs to keep writers out holds
 * all locks, or those of one segment: each lock belongs to one segment. Readers of a key need no lock, since MapDB's
 * own locks show them complete records. A thread that holds a key's lock must not take another one.
 */
public final class KeyStripes {
    /** The number of segments of a map. */
    public static final int SEGMENTS = 8;

    private static final int IN_SEGMENT = 16;
    private static final int COUNT = SEGMENTS * IN_SEGMENT;
    /**
     * MapDB takes the segment from the three bits of a hash above the lowest 28. The lock is chosen by these and the
     * next four.
     */
    private static final int HASH_SHIFT = 24;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    public KeyStripes() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    public ReentrantLock lockOf(byte[] key) {
        return locks[CacheMap.KEYS.hashCode(key, 0) >>> HASH_SHIFT & COUNT - 1];
    }

    /** Runs work while all writers are kept out. */
    public void runExclusively(Runnable work) {
        callLocked(0, COUNT, () -> {
            work.run();
            return true;
        });
    }

    /** Computes something while all writers are kept out. */
    public <T> T withoutWriters(Supplier<T> question) {
        return callLocked(0, COUNT, question);
    }

    /** Computes something while writers of one segment, of any map, are kept out. */
    public <T> T withoutWriters(int segment, Supplier<T> question) {
        return callLocked(segment * IN_SEGMENT, (segment + 1) * IN_SEGMENT, question);
    }

    private <T> T callLocked(int from, int to, Supplier<T> work) {
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
