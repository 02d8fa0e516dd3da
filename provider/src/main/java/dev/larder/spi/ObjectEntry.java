package dev.larder.spi;

/**
 * An entry of an {@link ObjectStore}: the value as an object of this JVM. The core uses a subclass with more fields. A
 * store therefore returns the entries it was given and creates new ones only by {@link #withExpiry}.
 */
public class ObjectEntry extends Stored {
    private final Object value;

    /**
     * @param value the value, never null
     * @param expiry milliseconds since the epoch, or {@link Stored#ETERNAL}
     */
    public ObjectEntry(Object value, long expiry) {
        super(expiry);
        this.value = value;
    }

    /** The value itself, not a copy. */
    public final Object value() {
        return value;
    }

    /** A new version with the same value and this expiry. */
    public ObjectEntry withExpiry(long expiry) {
        return new ObjectEntry(value, expiry);
    }
}
