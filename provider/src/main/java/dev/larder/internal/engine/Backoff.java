package dev.larder.internal.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheException;

/** How often, and how fast, a turn is tried again after a lost exchange. */
final class Backoff {
    /** After so many losses a turn queues up with the other turns of this JVM. */
    static final int PATIENCE = 8;

    private static final int MOST_ATTEMPTS = 500;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private Backoff() {}

    /** Waits a little longer after each loss, by chance, and gives up in the end. */
    static void afterLoss(int losses, String cache, Object key) {
        if (losses >= MOST_ATTEMPTS) {
            throw new CacheException("cache '" + cache + "': gave up on key '" + key + "' after " + losses
                    + " attempts: each time another writer was faster. Nothing was changed;"
                    + " spread the writes over more keys, or do less in the entry processor");
        }
        if (losses <= PATIENCE) {
            Thread.onSpinWait();
        } else {
            long bound = Math.min(LONGEST_NANOS, 1000L << Math.min(losses - PATIENCE, 20));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, bound + 1));
        }
    }
}
