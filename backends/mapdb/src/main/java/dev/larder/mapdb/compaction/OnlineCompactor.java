package dev.larder.mapdb.compaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites a database while it is in use, if too much of it is unused. Each run copies a little, so that commits don't
 * have to wait. A long rest follows.
 */
public final class OnlineCompactor {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineCompactor.class);
    private static final long STEP = Duration.ofMillis(20).toNanos();
    private static final long SHORTEST_REST = Duration.ofSeconds(1).toNanos();
    private static final long REST_AFTER_FAILURE = Duration.ofMinutes(1).toNanos();
    private static final int REST_FACTOR = 10;

    private final MigratableDatabase database;
    private @Nullable OnlineMigration onlineMigration;
    private long startNanos;
    private long restEnd;

    public OnlineCompactor(MigratableDatabase database) {
        this.database = database;
        this.restEnd = System.nanoTime() + SHORTEST_REST;
    }

    /** Does one step, if there is something to do. */
    public void run() {
        OnlineMigration current = onlineMigration;
        if (current != null) {
            continueMigration(current);
        } else if (System.nanoTime() - restEnd >= 0 && !database.isClosed()) {
            begin();
        }
    }

    private void begin() {
        startNanos = System.nanoTime();
        try {
            onlineMigration = database.beginMigration();
            restFor(SHORTEST_REST);
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    private void continueMigration(OnlineMigration current) {
        try {
            if (current.copy(System.nanoTime() + STEP)) {
                database.finishMigration(current);
                onlineMigration = null;
                restFor(Math.max(SHORTEST_REST, REST_FACTOR * (System.nanoTime() - startNanos)));
            }
        } catch (RuntimeException | Error failure) {
            onlineMigration = null;
            database.cancelMigration(current.to());
            fail(failure);
        }
    }

    private void fail(Throwable cause) {
        restFor(REST_AFTER_FAILURE);
        if (!database.isClosed()) {
            LOG.info("a MapDB store was not compacted this time; it stays in use unchanged", cause);
        }
    }

    private void restFor(long nanos) {
        restEnd = System.nanoTime() + nanos;
    }
}
