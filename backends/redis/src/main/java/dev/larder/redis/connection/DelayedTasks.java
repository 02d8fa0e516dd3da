package dev.larder.redis.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a pause. A task that is cancelled is let go of at once, and all that it refers to. */
public final class DelayedTasks {
    private DelayedTasks() {}

    /** Gives what to cancel if the task is not wanted any more. */
    public static CompletableFuture<Void> run(Runnable task, long millis, Executor executor) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        pause.thenRunAsync(task, executor);
        Thread caller = Thread.currentThread();
        ClassLoader loader = caller.getContextClassLoader();
        // The JDK's thread for this inherits it from whoever is the first to need one, and keeps it for ever.
        caller.setContextClassLoader(null);
        try {
            return pause.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
        } finally {
            caller.setContextClassLoader(loader);
        }
    }
}
