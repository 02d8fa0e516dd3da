package dev.larder.redis.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a delay. A cancelled task and what it refers to can be collected at once. */
public final class DelayedTasks {
    private DelayedTasks() {}

    /** Schedules a task. Cancel the returned future if the task is no longer needed. */
    public static CompletableFuture<Void> run(Runnable task, long millis, Executor executor) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        pause.thenRunAsync(task, executor);
        Thread caller = Thread.currentThread();
        ClassLoader loader = caller.getContextClassLoader();
        // The JDK's timer thread inherits the context class loader of the thread that first needs it, and never
        // releases it.
        caller.setContextClassLoader(null);
        try {
            return pause.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
        } finally {
            caller.setContextClassLoader(loader);
        }
    }
}
