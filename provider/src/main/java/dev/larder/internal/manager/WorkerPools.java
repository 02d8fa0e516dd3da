package dev.larder.internal.manager;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one manager. A small pool runs what the application's threads submit. What a worker itself submits runs
 * in a second pool that grows: a loader in a worker may wait for an asynchronous call of its own, and all workers may do
 * so at once.
 *
 * <p>If the second pool has all the threads that it may have, the submitting worker runs the task itself.
 */
final class WorkerPools implements Executor {
    private static final int MOST_THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_NESTED_THREADS = 256;
    private static final long IDLE_SECONDS = 10;

    private final String name;
    private final ClassLoader loader;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor first;
    private final ThreadPoolExecutor nested;

    WorkerPools(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
        this.first = pool(MOST_THREADS, MOST_THREADS, new LinkedBlockingQueue<>(MOST_WAITING));
        this.nested = pool(0, MOST_NESTED_THREADS, new SynchronousQueue<>());
        first.allowCoreThreadTimeOut(true);
    }

    private ThreadPoolExecutor pool(int core, int most, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(
                core, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, this::thread, WorkerPools::runHere);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Worker(this, task, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        // Not that of the creating thread, which may belong to another application.
        thread.setContextClassLoader(loader);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        boolean isNested = Thread.currentThread() instanceof Worker worker && worker.pools == this;
        (isNested ? nested : first).execute(task);
    }

    // If there is no room, the submitting thread runs the task itself. No task is dropped silently.
    private static void runHere(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("the cache manager is closed");
        }
        task.run();
    }

    /** Accepts no further task. Tasks that wait or run are finished. */
    void shutdown() {
        first.shutdown();
        nested.shutdown();
    }

    /** A thread of these pools. */
    private static final class Worker extends Thread {
        private final WorkerPools pools;

        Worker(WorkerPools pools, Runnable task, String name) {
            super(task, name);
            this.pools = pools;
        }
    }
}
