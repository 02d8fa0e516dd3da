package dev.larder.internal.engine.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background loads of a cache. No load begins after the cache is closed. Closing waits up to 5 seconds for running
 * loads, so that normally no loader is called after it has been closed.
 */
public final class BackgroundTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int ALL = Integer.MAX_VALUE;

    private final String cache;
    private final Executor executor;
    private final Semaphore running = new Semaphore(ALL);
    private final Map<Thread, Integer> runners = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public BackgroundTasks(String cache, Executor executor) {
        this.cache = cache;
        this.executor = executor;
    }

    /**
     * Runs a task in the background.
     *
     * @param onRejected called instead if the executor rejects the task, or if the cache is closed before the task
     *     begins
     */
    public void start(Runnable task, Consumer<? super RejectedExecutionException> onRejected) {
        try {
            executor.execute(() -> {
                if (!runIfOpen(task)) {
                    guarded(() ->
                            onRejected.accept(new RejectedExecutionException("cache '" + cache + "' has been closed")));
                }
            });
        } catch (RejectedExecutionException full) {
            onRejected.accept(full);
        } catch (Exception | Error failure) {
            // For example, no thread can be created; the executor may be the application's.
            onRejected.accept(
                    new RejectedExecutionException("cache '" + cache + "': the executor failed: " + failure, failure));
        }
    }

    private boolean runIfOpen(Runnable task) {
        if (!running.tryAcquire()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            run(task);
            return true;
        } finally {
            running.release();
        }
    }

    private void run(Runnable task) {
        runners.merge(Thread.currentThread(), 1, Integer::sum);
        try {
            guarded(task);
        } finally {
            runners.computeIfPresent(Thread.currentThread(), (thread, tasks) -> tasks == 1 ? null : tasks - 1);
        }
    }

    // The thread may be any, and no caller handles what user code throws.
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Exception | Error failure) {
            LOG.warn("cache '{}': a background load failed", cache, failure);
        }
    }

    /** Starts no more tasks, and waits for those that run in other threads. */
    public void close() {
        closed = true;
        // A loader or listener that closes its own cache would wait for itself.
        int otherPermits = ALL - runners.getOrDefault(Thread.currentThread(), 0);
        try {
            if (!running.tryAcquire(otherPermits, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("cache '{}': closed during a load that has not ended within {}", cache, CLOSE_TIMEOUT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
