package dev.larder.mapdb;

import dev.larder.mapdb.compaction.OnlineCompactor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only background thread of a database: it commits, removes expired entries and compacts. */
final class MaintenanceThread {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceThread.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final long COMPACT_MILLIS = 50;

    private final ScheduledThreadPoolExecutor executor;
    private final ExpirySweep expirySweep;

    MaintenanceThread(SharedDatabase sharedDatabase, long commitMillis) {
        executor = new ScheduledThreadPoolExecutor(1, MaintenanceThread::thread);
        expirySweep = new ExpirySweep(sharedDatabase, System::nanoTime);
        repeat(expirySweep::run, SWEEP_MILLIS);
        repeat(new OnlineCompactor(sharedDatabase)::run, COMPACT_MILLIS);
        if (commitMillis > 0) {
            repeat(sharedDatabase::commit, commitMillis);
        }
    }

    private void repeat(Runnable work, long millis) {
        var unused = executor.scheduleWithFixedDelay(guarded(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    // An exception would end the repetition of a scheduled task.
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                logFailure(failure);
            }
        };
    }

    private static void logFailure(Throwable failure) {
        try {
            LOG.warn("background work on a MapDB store failed; it will be tried again", failure);
        } catch (RuntimeException | Error logging) {
            failure.addSuppressed(logging); // Out of memory: the failure can't be logged. The work goes on.
        }
    }

    void stop() {
        executor.shutdown();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "larder-mapdb");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
