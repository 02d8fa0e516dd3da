package dev.larder.memcached.connection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits that an interrupt does not end. A request that was sent cannot be recalled, and a thread that was
 * interrupted before may still use the cache. The interrupt is restored afterwards. Every wait has a deadline.
 */
public final class UninterruptibleWait {
    private UninterruptibleWait() {}

    private interface Wait<T> {
        T until(long nanos) throws InterruptedException, ExecutionException, TimeoutException;
    }

    static boolean forLatch(CountDownLatch latch, long time, TimeUnit unit) {
        try {
            return uninterruptibly(nanos -> latch.await(nanos, TimeUnit.NANOSECONDS), unit.toNanos(time));
        } catch (ExecutionException | TimeoutException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean forLock(ReentrantLock lock, Duration time) {
        try {
            return uninterruptibly(nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS), time.toNanos());
        } catch (ExecutionException | TimeoutException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static <T> T forFuture(Future<T> future, Duration time) throws ExecutionException, TimeoutException {
        return uninterruptibly(nanos -> future.get(nanos, TimeUnit.NANOSECONDS), time.toNanos());
    }

    /** Starts a daemon thread for work that may take longer than its caller waits. */
    public static void start(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** A timeout for a socket: at least 1, since 0 means no timeout there. */
    public static int millis(Duration time) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis()));
    }

    private static <T> T uninterruptibly(Wait<T> wait, long nanos) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        long end = System.nanoTime() + nanos;
        try {
            while (true) {
                try {
                    return wait.until(Math.max(0, end - System.nanoTime()));
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
