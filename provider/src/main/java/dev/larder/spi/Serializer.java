package dev.larder.spi;

/**
 * Turns values into bytes and back, for caches that are told to use it: by its name, if it is found by {@link
 * java.util.ServiceLoader} or comes with Larder; by the name of its class, which is public and has a public
 * constructor without parameters; or as an object. Thread-safe. Only stores of bytes ask for it.
 *
 * <p>The core writes the value's class in front, lets it pass the cache's allow-list at writing and at reading,
 * compares a checksum before it asks for a value back, and counts whatever is thrown in reading as a miss.
 */
public interface Serializer {
    /** As the setting {@code serializer} has it, in lower case. */
    String name();

    /**
     * What records written by it bear, for ever; nothing else may ever use that number. 64 to 127 are anybody's,
     * those below are Larder's own.
     */
    int id();

    /** The bytes of a value; what it throws goes to whoever wanted to store the value, and nothing is stored. */
    byte[] write(Object value);

    /**
     * The value of bytes that {@link #write} gave.
     *
     * @param type the class of the value that was written
     */
    Object read(byte[] bytes, Class<?> type);

    /**
     * This serialiser for one cache, asked for once when the cache is made. One that names classes in its bytes
     * gives an object that asks {@code classes} about each before it loads it. Name and number stay the same.
     */
    default Serializer forCache(AllowedClasses classes) {
        return this;
    }
}
