package dev.larder.mapdb.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs file operations on a thread of its own that is never interrupted. An interrupt closes the channel that a thread
 * is using, and with it the file for all threads. The caller waits for the end even if it is interrupted, and keeps its
 * interrupt status. If no thread can be created, the operation runs on the calling thread.
 */
public final class UninterruptedExecutor {
    private UninterruptedExecutor() {}

    public static void run(Work work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    public static <T extends @Nullable Object> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "larder-mapdb-file");
        thread.setDaemon(true);
        thread.setContextClassLoader(UninterruptedExecutor.class.getClassLoader()); // MapDB needs one.
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            runHere(task);
        }
        return awaited(task);
    }

    private static void runHere(Runnable task) {
        boolean interrupted = Thread.interrupted();
        task.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T extends @Nullable Object> T awaited(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException retry) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return cause instanceof RuntimeException runtime
                ? runtime
                : (RuntimeException) new CancellationException("interrupted").initCause(cause);
    }

    /** Work that may fail with an IOException. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }
}
