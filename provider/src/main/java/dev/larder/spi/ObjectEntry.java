package dev.larder.spi;

/** An entry of an {@link ObjectStore}: the value as an object of this JVM. */
public final class ObjectEntry extends Stored {
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
    public Object value() {
        return value;
    }
}
