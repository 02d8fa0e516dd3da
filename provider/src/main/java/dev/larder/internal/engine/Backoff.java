package dev.larder.internal.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheException;

/** How often, and how fast, an operation is tried again after a lost exchange. */
final class Backoff {
    /** After this many lost exchanges an operation enters the key lock of this JVM. */
    static final int UNLOCKED_ATTEMPTS = 8;

    private static final int MAX_ATTEMPTS = 500;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private Backoff() {}

    /**
     * Waits a random time that grows with each loss.
     *
     * @throws CacheException after {@value #MOST_ATTEMPTS} losses
     */
    static void afterLoss(int losses, String cache, Object key) {
        if (losses >= MAX_ATTEMPTS) {
            throw new CacheException("cache '" + cache + "': gave up on key '" + key + "' after " + losses
                    + " attempts: each time another writer changed it first. Nothing was changed;"
                    + " spread the writes over more keys, or do less in the entry processor");
        }
        if (losses <= UNLOCKED_ATTEMPTS) {
            Thread.onSpinWait();
        } else {
            long bound = Math.min(LONGEST_NANOS, 1000L << Math.min(losses - UNLOCKED_ATTEMPTS, 20));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, bound + 1));
        }
    }
}
