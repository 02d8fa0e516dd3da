package dev.larder.internal.engine.load;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loads that a cache does in the background. None begins once the cache is closed, and closing waits for those that
 * have begun, for a while: so no loader is called that has been closed.
 */
public final class BackgroundTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ALL = Integer.MAX_VALUE;

    private final String cache;
    private final Executor executor;
    private final Semaphore running = new Semaphore(ALL);
    private volatile boolean closed;

    public BackgroundTasks(String cache, Executor executor) {
        this.cache = cache;
        this.executor = executor;
    }

    /**
     * Has a task run in the background.
     *
     * @param refused is told instead if the executor does not take the task, or the cache is closed before its turn
     */
    public void start(Runnable task, Consumer<? super RejectedExecutionException> refused) {
        try {
            executor.execute(() -> {
                if (!runIfOpen(task)) {
                    refused.accept(new RejectedExecutionException("cache '" + cache + "' has been closed"));
                }
            });
        } catch (RejectedExecutionException full) {
            refused.accept(full);
        } catch (RuntimeException | Error failure) {
            // No thread to be had, for example; an executor may be the application's.
            refused.accept(
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

    // On whatever thread this is, an Error of user code has nobody else to go to.
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            LOG.warn("cache '{}': a load in the background failed", cache, failure);
        }
    }

    /** Lets no task begin any more, and waits for those that run. */
    public void close() {
        closed = true;
        try {
            if (!running.tryAcquire(ALL, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("cache '{}': closed while it loads; the load has not ended within {}", cache, PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
