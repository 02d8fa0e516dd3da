package dev.larder.spi;

/**
 * Turns values into bytes and back, for caches configured to use it. A configuration names it in one of three ways. It
 * can be the name, if the serialiser comes with Larder or is found by {@link java.util.ServiceLoader}. It can be the
 * class name; the class must be public and have a public constructor without parameters. Or it is passed as an object.
 * Used only for byte stores. Thread-safe.
 *
 * <p>The core writes the class of the value in front and checks it against the cache's allow-list, both on writing and
 * on reading. It verifies a checksum before it calls {@link #read}, and treats every exception from reading as a miss.
 */
public interface Serializer {
    /** The name for the setting {@code serializer}, in lower case. */
    String name();

    /**
     * The number that is stored in records written by it. It must never change, and no other serialiser may ever use
     * it. 64 to 127 are free for applications; Larder reserves those below.
     */
    int id();

    /** Writes a value as bytes. An exception goes to the caller that stores the value, and nothing is stored. */
    byte[] write(Object value);

    /**
     * Reads the value from bytes that {@link #write} returned.
     *
     * @param type the class of the value that was written
     */
    Object read(byte[] bytes, Class<?> type);

    /**
     * Returns this serialiser for one cache. Called once when the cache is created. A serialiser that names classes in
     * its bytes returns an object that checks each of them by {@code classes} before loading it. Name and number stay
     * the same.
     */
    default Serializer forCache(AllowedClasses classes) {
        return this;
    }
}
