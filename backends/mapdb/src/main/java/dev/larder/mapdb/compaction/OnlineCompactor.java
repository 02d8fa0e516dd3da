package dev.larder.mapdb.compaction;

import dev.larder.mapdb.SharedDatabase;
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

    private final SharedDatabase sharedDatabase;
    private @Nullable OnlineMigration onlineMigration;
    private long begun;
    private long rested;

    public OnlineCompactor(SharedDatabase sharedDatabase) {
        this.sharedDatabase = sharedDatabase;
        this.rested = System.nanoTime() + SHORTEST_REST;
    }

    /** Does one step, if there is something to do. */
    public void run() {
        OnlineMigration current = onlineMigration;
        if (current != null) {
            goOn(current);
        } else if (System.nanoTime() - rested >= 0 && !sharedDatabase.isClosed()) {
            begin();
        }
    }

    private void begin() {
        begun = System.nanoTime();
        try {
            onlineMigration = sharedDatabase.beginMove();
            rest(SHORTEST_REST);
        } catch (RuntimeException | Error unable) {
            fail(unable);
        }
    }

    private void goOn(OnlineMigration current) {
        try {
            if (current.copy(System.nanoTime() + STEP)) {
                sharedDatabase.finishMove(current);
                onlineMigration = null;
                rest(Math.max(SHORTEST_REST, REST_FACTOR * (System.nanoTime() - begun)));
            }
        } catch (RuntimeException | Error unable) {
            onlineMigration = null;
            sharedDatabase.cancelMove(current.to());
            fail(unable);
        }
    }

    private void fail(Throwable cause) {
        rest(REST_AFTER_FAILURE);
        if (!sharedDatabase.isClosed()) {
            LOG.info("a MapDB store was not compacted this time; it stays in use unchanged", cause);
        }
    }

    private void rest(long nanos) {
        rested = System.nanoTime() + nanos;
    }
}
