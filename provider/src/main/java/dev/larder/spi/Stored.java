package dev.larder.spi;

/**
 * An immutable entry as a store holds it: a value and its expiry. Two entries are the same version if, and only if,
 * they are the same object; see {@link Store#exchange}.
 */
public abstract class Stored {
    /** The expiry of an entry that never expires. */
    public static final long ETERNAL = Long.MAX_VALUE;

    private final long expiry;

    /**
     * @param expiry milliseconds since the epoch, or {@link #ETERNAL}
     */
    public Stored(long expiry) {
        this.expiry = expiry;
    }

    /** When this entry expires: milliseconds since the epoch, or {@link #ETERNAL}. */
    public final long expiry() {
        return expiry;
    }

    /** Whether this entry has expired at {@code now} (milliseconds since the epoch). */
    public final boolean isExpiredAt(long now) {
        return expiry <= now;
    }
}
