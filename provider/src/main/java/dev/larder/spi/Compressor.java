package dev.larder.spi;

/**
 * Makes the bytes of values fewer, for caches that are told to use it; found as a {@link Serializer} is.
 * Thread-safe. Only stores of bytes ask for it.
 */
public interface Compressor {
    /** As the setting {@code compressor} has it, in lower case. */
    String name();

    /**
     * What records compressed by it bear, for ever; nothing else may ever use that number. 64 to 127 are anybody's,
     * those below are Larder's own.
     */
    int id();

    /** The compressed form of {@code length} bytes from {@code offset}, which it leaves as they are. */
    byte[] compress(byte[] bytes, int offset, int length);

    /**
     * The bytes that {@link #compress} was given. They passed a checksum, but may have been made by anybody: no more
     * than {@code size} bytes may be made of them, and an exception is right where that is not what they hold.
     *
     * @param size how many bytes there were
     */
    byte[] decompress(byte[] bytes, int offset, int length, int size);
}
