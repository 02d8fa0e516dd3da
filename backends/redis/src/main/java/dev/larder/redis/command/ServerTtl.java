package dev.larder.redis.command;

import dev.larder.spi.Stored;
import java.util.function.BooleanSupplier;

/**
 * The time until which the server keeps an entry. It only frees memory; the core decides what has expired. The
 * server therefore keeps an entry a little longer than its expiry, and much longer where listeners receive
 * expired entries.
 */
public final class ServerTtl {
    /** No time to live. */
    public static final long UNLIMITED = -1;

    /** In milliseconds. More than two JVMs' estimates of the server's clock differ by. */
    private static final long MARGIN = 1_000;

    /** In milliseconds. Enough for three sweeps. */
    private static final long MARGIN_FOR_SWEEPS = 120_000;

    /** The year 6429. A later expiry is sent as none. */
    private static final long LATEST_EXPIRY = 1L << 47;

    private volatile BooleanSupplier keepsExpired = () -> false;

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    public void keepExpired(BooleanSupplier wanted) {
        keepsExpired = wanted;
    }

    /** In milliseconds since the epoch, or {@link #UNLIMITED}. */
    public long of(Stored entry) {
        return of(entry.expiry());
    }

    public long of(long expiry) {
        if (expiry > LATEST_EXPIRY) {
            return UNLIMITED;
        }
        if (expiry <= 0) {
            return 1;
        }
        return expiry + (keepsExpired.getAsBoolean() ? MARGIN_FOR_SWEEPS : MARGIN);
    }
}
