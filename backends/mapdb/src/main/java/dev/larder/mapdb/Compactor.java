package dev.larder.mapdb;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a database anew while it is in use, if too much of it lies idle: a little at each run, so that commits
 * need not wait, and with a long rest afterwards.
 */
final class Compactor {
    private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
    private static final long STEP = Duration.ofMillis(20).toNanos();
    private static final long SHORTEST_REST = Duration.ofSeconds(1).toNanos();
    private static final long REST_AFTER_FAILURE = Duration.ofMinutes(1).toNanos();
    private static final int REST_FACTOR = 10;

    private final Medium medium;
    private @Nullable Move move;
    private long begun;
    private long rested;

    Compactor(Medium medium) {
        this.medium = medium;
        this.rested = System.nanoTime() + SHORTEST_REST;
    }

    /** A step, if there is something to be done. */
    void run() {
        Move current = move;
        if (current != null) {
            goOn(current);
        } else if (System.nanoTime() - rested >= 0 && !medium.isClosed()) {
            begin();
        }
    }

    private void begin() {
        begun = System.nanoTime();
        try {
            move = medium.beginMove();
            rest(SHORTEST_REST);
        } catch (RuntimeException | Error unable) {
            fail(unable);
        }
    }

    private void goOn(Move current) {
        try {
            if (current.copy(System.nanoTime() + STEP)) {
                medium.finishMove(current);
                move = null;
                rest(Math.max(SHORTEST_REST, REST_FACTOR * (System.nanoTime() - begun)));
            }
        } catch (RuntimeException | Error unable) {
            move = null;
            medium.cancelMove(current.to());
            fail(unable);
        }
    }

    private void fail(Throwable cause) {
        rest(REST_AFTER_FAILURE);
        if (!medium.isClosed()) {
            LOG.info("a MapDB store was not compacted this time; it goes on as it is", cause);
        }
    }

    private void rest(long nanos) {
        rested = System.nanoTime() + nanos;
    }
}
