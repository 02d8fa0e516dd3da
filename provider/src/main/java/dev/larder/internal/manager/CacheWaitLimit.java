package dev.larder.internal.manager;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Limits the total time that one call waits for caches that other threads create or close. */
final class CacheWaitLimit {
    static final long SECONDS = 30;

    private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

    /** Waits for the latch; false if the time is up. */
    boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
