package dev.larder.mapdb;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Closes what is open when the JVM ends: scripts and tools end without closing anything, and their caches shall be
 * there the next time. The end of the JVM waits for it for a limited time. The JVM knows of it only while there is
 * something to close, so that it keeps no class loader in memory.
 */
final class ShutdownHook {
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Runnable work;
    private @Nullable Thread hook;

    ShutdownHook(Runnable work) {
        this.work = work;
    }

    /** Makes the JVM know of it, or forget it. One thread at a time. */
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
            return; // The JVM ends, and this runs.
        }
    }

    private void run() {
        Thread worker = new Thread(null, work, "larder-mapdb-close", 0, false);
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(LONGEST.toMillis());
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }
}
