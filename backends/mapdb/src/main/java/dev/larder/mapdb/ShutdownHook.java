package dev.larder.mapdb;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Closes open files when the JVM ends. Scripts and tools often end without closing anything, and their caches must
 * still be there the next time. The JVM waits for a limited time. The hook is registered only while a file is open, so
 * that it doesn't keep a class loader in memory.
 */
final class ShutdownHook {
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Runnable work;
    private @Nullable Thread hook;

    ShutdownHook(Runnable work) {
        this.work = work;
    }

    /** Registers or unregisters the hook. Not thread-safe. */
    void setNeeded(boolean needed) {
        try {
            if (needed && hook == null) {
                Thread fresh = new Thread(null, this::run, "larder-mapdb-shutdown", 0, false);
                fresh.setContextClassLoader(null);
                Runtime.getRuntime().addShutdownHook(fresh);
                hook = fresh;
            } else if (!needed && hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
                hook = null;
            }
        } catch (IllegalStateException ending) {
            return; // The JVM is already ending; the hook runs.
        }
    }

    private void run() {
        Thread worker = new Thread(null, work, "larder-mapdb-close", 0, false);
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(LONGEST.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
