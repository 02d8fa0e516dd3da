package dev.larder.redis;

import dev.larder.spi.Stored;

/**
 * Until when the server keeps an entry by itself. That only frees memory: what has expired is decided by
 * the core, so the server waits a little longer than the entry's own expiry.
 */
final class Lifespan {
    /** For ever. */
    static final long UNLIMITED = -1;

    /** More than two estimates of one server's clock ever differ by. */
    private static final long MARGIN = 1_000;

    /** The year 6429: the server counts no farther than it must. */
    private static final long FAR = 1L << 47;

    private Lifespan() {}

    /** Milliseconds since the epoch, or {@link #UNLIMITED}. */
    static long of(Stored entry) {
        return of(entry.expiry());
    }

    static long of(long expiry) {
        if (expiry > FAR) {
            return UNLIMITED;
        }
        return expiry <= 0 ? 1 : expiry + MARGIN;
    }
}
