package dev.larder.memcached;

import dev.larder.spi.Clock;
import dev.larder.spi.Stored;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * For how long the server keeps an entry by itself, in its own terms. That only frees memory: what has
 * expired is decided by the core, so the server waits a little longer than the entry's own expiry, and a
 * good deal longer where somebody wants to hear of what has expired.
 */
public final class ServerTtl {
    /** For ever. */
    static final int UNLIMITED = 0;

    /** The server counts in seconds, and may let an item go almost one too early. */
    private static final long MARGIN = 2;

    /** Time enough for three sweeps. */
    private static final long MARGIN_FOR_SWEEPS = 120;

    /** More seconds than this the server takes for a moment since the epoch. */
    private static final long RELATIVE_LIMIT = TimeUnit.DAYS.toSeconds(30);

    private final Clock clock;
    private volatile BooleanSupplier keepsExpired = () -> false;

    ServerTtl(Clock clock) {
        this.clock = clock;
    }

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    void keepExpired(BooleanSupplier wanted) {
        keepsExpired = wanted;
    }

    /** What to tell the server. */
    public int of(Stored entry) {
        if (entry.expiry() == Stored.ETERNAL) {
            return UNLIMITED;
        }
        long left = Math.max(0, entry.expiry() - clock.millis());
        long seconds = left / 1_000 + 1 + (keepsExpired.getAsBoolean() ? MARGIN_FOR_SWEEPS : MARGIN);
        return seconds <= RELATIVE_LIMIT ? (int) seconds : moment(seconds);
    }

    // The server's time is 31 bits wide.
    private static int moment(long seconds) {
        long moment = System.currentTimeMillis() / 1_000 + seconds;
        return moment > Integer.MAX_VALUE ? UNLIMITED : (int) moment;
    }
}
