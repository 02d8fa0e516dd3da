package dev.larder.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Runs work on several threads that start at the same time. */
public final class ParallelThreads {
    private static final int SECONDS = Integer.getInteger("larder.contract.patience", 120);

    private ParallelThreads() {}

    /**
     * Runs {@code work} on {@code count} threads and waits for them. The argument is the number of the thread, from 0.
     */
    public static void run(int count, IntConsumer work) {
        run(count, work, () -> {});
    }

    /**
     * Like {@link #run(int, IntConsumer)}, and runs {@code own} on the calling thread at the same time.
     *
     * @throws AssertionError if a thread fails, or doesn't end within {@code larder.contract.patience} seconds
     */
    public static void run(int count, IntConsumer work, Runnable own) {
        ExecutorService threads = Executors.newFixedThreadPool(count, ParallelThreads::daemon);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                results.add(threads.submit(() -> {
                    start.await();
                    work.accept(number);
                    return null;
                }));
            }
            start.countDown();
            own.run();
            results.forEach(ParallelThreads::await);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "contract");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> result) {
        try {
            result.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException hanging) {
            throw new AssertionError("a thread still hangs after " + SECONDS + " s:\n" + ThreadDump.all(), hanging);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
