package dev.larder.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The key of an entry in a {@link ByteStore}: bytes with equality by content. Immutable. */
public final class ByteKey {
    private final byte[] bytes;
    private final int hash;

    /**
     * @param bytes not copied, and not to be changed afterwards
     */
    public ByteKey(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** The bytes, not a copy; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteKey that && hash == that.hash && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The bytes decoded as UTF-8: for messages, not for identity. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
