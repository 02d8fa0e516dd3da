package dev.larder.spi;

/**
 * An entry of an {@link ObjectStore}: the value as an object of this JVM. The core keeps more in entries of
 * a class of its own, so a store hands on the ones it was given and makes none but by {@link #withExpiry}.
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

    /** The same value as another version, with this expiry. */
    public ObjectEntry withExpiry(long expiry) {
        return new ObjectEntry(value, expiry);
    }
}
