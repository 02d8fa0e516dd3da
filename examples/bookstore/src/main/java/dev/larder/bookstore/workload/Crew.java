package dev.larder.bookstore.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work side by side until each is done. */
public final class Crew {
    private Crew() {}

    /**
     * Runs every task on a thread of its own and returns their results in order.
     *
     * @throws IllegalStateException with the first failure as its cause
     */
    public static <T> List<T> work(List<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a thread of the bookstore failed: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bookstore was open", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }
}
