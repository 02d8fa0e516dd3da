package dev.larder.internal.manager;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long one call waits for caches to be made or closed by others, all in all. */
final class CacheWaitLimit {
    static final long SECONDS = 30;

    private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

    /** Waits; false if the time is up. */
    boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
