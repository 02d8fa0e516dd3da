package dev.larder.internal.manager;

import dev.larder.spi.StoreAddress;
import java.net.URI;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Runs a manager's background work: in a pool of its own, or in an executor that the application supplies. */
record BackgroundExecutor(Executor executor, Runnable onClose) implements AutoCloseable {
    static final String PROPERTY = "larder.executor";

    private static final int MOST_THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAITING = 10_000;
    private static final long IDLE_SECONDS = 10;
    private static final int LONGEST_HINT = 24;
    private static final Pattern TO_LAST_SLASH = Pattern.compile(".*[/:](?=.)");
    private static final Pattern UNFIT = Pattern.compile("[^\\w.-]+");

    /**
     * Uses the application's executor if the properties have one, else a pool of its own.
     *
     * @throws IllegalArgumentException if the property holds anything else
     */
    static BackgroundExecutor of(Properties properties, URI manager, ClassLoader loader) {
        Object supplied = properties.get(PROPERTY);
        if (supplied == null) {
            return own(manager, loader);
        }
        if (supplied instanceof Executor executor) {
            return new BackgroundExecutor(executor, () -> {});
        }
        throw new IllegalArgumentException(
                "property '" + PROPERTY + "' holds a " + supplied.getClass().getName()
                        + "; put an object that implements java.util.concurrent.Executor there");
    }

    @Override
    public void close() {
        onClose.run();
    }

    private static BackgroundExecutor own(URI manager, ClassLoader loader) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                threads("larder-" + hint(manager), loader),
                BackgroundExecutor::runHere);
        pool.allowCoreThreadTimeOut(true);
        return new BackgroundExecutor(pool, pool::shutdown);
    }

    private static ThreadFactory threads(String name, ClassLoader loader) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            // Not that of the creating thread, which may belong to another application.
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    // If the queue is full, the submitting thread runs the task itself. No task is dropped silently.
    private static void runHere(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("the cache manager is closed");
        }
        task.run();
    }

    private static String hint(URI manager) {
        String last = TO_LAST_SLASH
                .matcher(StoreAddress.masked(manager.toString()).replaceFirst("\\?.*", ""))
                .replaceFirst("");
        String fit = UNFIT.matcher(last).replaceAll("");
        return fit.substring(0, Math.min(LONGEST_HINT, fit.length()));
    }
}
