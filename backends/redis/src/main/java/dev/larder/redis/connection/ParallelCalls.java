package dev.larder.redis.connection;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Runs several tasks in parallel, one of them in the calling thread. Its threads end when they are idle. */
final class ParallelCalls {
    private static final int MAX_THREADS = 64;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            ParallelCalls::thread,
            ParallelCalls::runInCaller);
    private final long timeoutNanos;

    /**
     * @param timeout how long to wait for the other tasks; each also has its own deadlines
     */
    ParallelCalls(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "larder-redis-node");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    // Also after the shutdown.
    private static void runInCaller(Runnable task, ThreadPoolExecutor full) {
        task.run();
    }

    /** Returns what was thrown, in no particular order; empty if all tasks succeeded. */
    List<RuntimeException> run(List<Runnable> tasks) {
        List<RuntimeException> thrown = new ArrayList<>();
        List<FutureTask<Void>> others = new ArrayList<>(tasks.size());
        for (Runnable each : tasks.subList(1, tasks.size())) {
            // Not a CompletableFuture: waiting for one in a ForkJoinPool thread may run unrelated tasks.
            FutureTask<Void> other = new FutureTask<>(each, null);
            others.add(other);
            threads.execute(other);
        }
        long end = System.nanoTime() + timeoutNanos;
        try {
            tasks.get(0).run();
        } catch (RuntimeException failure) {
            thrown.add(failure);
        }
        others.forEach(each -> await(each, end, thrown));
        return thrown;
    }

    private static void await(FutureTask<Void> other, long end, List<RuntimeException> thrown) {
        boolean interrupted = false;
        try {
            while (!other.isDone()) {
                try {
                    other.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException now) {
                    interrupted = true;
                }
            }
            other.get();
        } catch (ExecutionException failure) {
            addFailure(failure.getCause() == null ? failure : failure.getCause(), thrown);
        } catch (TimeoutException late) {
            thrown.add(new JedisConnectionException(new SocketTimeoutException("a node did not answer in time")));
        } catch (InterruptedException now) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void addFailure(Throwable failure, List<RuntimeException> thrown) {
        if (failure instanceof Error error) {
            throw error;
        }
        thrown.add(failure instanceof RuntimeException known ? known : new IllegalStateException(failure));
    }

    /** Lets the threads end after their current tasks. */
    void shutdown() {
        threads.shutdown();
    }
}
