package dev.larder.redis;

import dev.larder.spi.Stored;
import java.util.function.BooleanSupplier;

/**
 * Until when the server keeps an entry by itself. That only frees memory: what has expired is decided by
 * the core, so the server waits a little longer than the entry's own expiry, and a good deal longer where
 * somebody wants to hear of what has expired.
 */
public final class ServerTtl {
    /** For ever. */
    public static final long UNLIMITED = -1;

    /** More than two estimates of one server's clock ever differ by. */
    private static final long MARGIN = 1_000;

    /** Time enough for three sweeps. */
    private static final long MARGIN_FOR_SWEEPS = 120_000;

    /** The year 6429: the server counts no farther than it must. */
    private static final long FAR = 1L << 47;

    private volatile BooleanSupplier keepsExpired = () -> false;

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    void keepExpired(BooleanSupplier wanted) {
        keepsExpired = wanted;
    }

    /** Milliseconds since the epoch, or {@link #UNLIMITED}. */
    public long of(Stored entry) {
        return of(entry.expiry());
    }

    public long of(long expiry) {
        if (expiry > FAR) {
            return UNLIMITED;
        }
        if (expiry <= 0) {
            return 1;
        }
        return expiry + (keepsExpired.getAsBoolean() ? MARGIN_FOR_SWEEPS : MARGIN);
    }
}
