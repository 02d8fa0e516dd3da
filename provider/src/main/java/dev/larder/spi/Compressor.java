package dev.larder.spi;

/**
 * Compresses the bytes of values, for caches configured to use it. It is found in the same ways as a
 * {@link Serializer}. Used only for byte stores. Thread-safe.
 */
public interface Compressor {
    /** The name for the setting {@code compressor}, in lower case. */
    String name();

    /**
     * The number that is stored in records compressed by it. It must never change, and no other compressor may ever use
     * it. 64 to 127 are free for applications; Larder reserves those below.
     */
    int id();

    /** Compresses {@code length} bytes from {@code offset}. The input is left unchanged. */
    byte[] compress(byte[] bytes, int offset, int length);

    /**
     * Restores the bytes that {@link #compress} was given. The input has passed a checksum but is not trusted. The
     * result must not exceed {@code size} bytes. Throw an exception if the input does not hold that.
     *
     * @param size the original number of bytes
     */
    byte[] decompress(byte[] bytes, int offset, int length, int size);
}
