package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does several things at the same time, one of them in the calling thread. Its threads end when they are idle. */
final class Fan {
    private static final int MOST = 64;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Fan::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "larder-redis-node");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Gives what was thrown, in no order; nothing if all went well. */
    List<RuntimeException> run(List<Runnable> tasks) {
        List<CompletableFuture<Void>> others = tasks.subList(1, tasks.size()).stream()
                .map(each -> CompletableFuture.runAsync(each, threads))
                .toList();
        List<RuntimeException> thrown = new ArrayList<>();
        try {
            tasks.get(0).run();
        } catch (RuntimeException failure) {
            thrown.add(failure);
        }
        others.forEach(each -> await(each, thrown));
        return thrown;
    }

    private static void await(CompletableFuture<Void> other, List<RuntimeException> thrown) {
        try {
            other.join();
        } catch (CompletionException failure) {
            thrown.add(failure.getCause() instanceof RuntimeException cause ? cause : failure);
        }
    }
}
