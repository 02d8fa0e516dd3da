package dev.larder.memcached.protocol;

import dev.larder.spi.Clock;
import dev.larder.spi.Stored;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The time for which the server keeps an entry. It only frees memory; the core decides what has expired. The
 * server therefore keeps an entry a little longer than its expiry, and much longer where listeners receive
 * expired entries.
 */
public final class ServerTtl {
    /** No time to live. */
    static final int UNLIMITED = 0;

    /** In seconds. The server counts whole seconds and may remove an item almost one second too early. */
    private static final long MARGIN = 2;

    /** In seconds. Enough for three sweeps. */
    private static final long MARGIN_FOR_SWEEPS = 120;

    /** The server takes a larger number of seconds for a time since the epoch. */
    private static final long RELATIVE_LIMIT = TimeUnit.DAYS.toSeconds(30);

    private final Clock clock;
    private volatile BooleanSupplier keepsExpired = () -> false;

    public ServerTtl(Clock clock) {
        this.clock = clock;
    }

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    public void keepExpired(BooleanSupplier wanted) {
        keepsExpired = wanted;
    }

    /**
     * The expiration time as the protocol takes it: seconds from now, seconds since the epoch, or
     * {@link #UNLIMITED}.
     */
    public int of(Stored entry) {
        if (entry.expiry() == Stored.ETERNAL) {
            return UNLIMITED;
        }
        long left = Math.max(0, entry.expiry() - clock.millis());
        long seconds = left / 1_000 + 1 + (keepsExpired.getAsBoolean() ? MARGIN_FOR_SWEEPS : MARGIN);
        return seconds <= RELATIVE_LIMIT ? (int) seconds : moment(seconds);
    }

    // The server's time has 31 bits.
    private static int moment(long seconds) {
        long moment = System.currentTimeMillis() / 1_000 + seconds;
        return moment > Integer.MAX_VALUE ? UNLIMITED : (int) moment;
    }
}
