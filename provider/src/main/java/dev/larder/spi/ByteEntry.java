package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link ByteStore}: a record of bytes made by the core, whose layout {@code
 * docs/format.md} gives. A store keeps the bytes as they are; it may look at the version (8 opaque
 * bytes, unlike those of any other record) and at the expiry, and has the room to itself that it asked for.
 */
public final class ByteEntry extends Stored {
    /** Where the 8 opaque bytes of the version begin in a record. */
    public static final int VERSION_OFFSET = 4;

    /** Where the expiry begins in a record: 8 bytes, big endian, milliseconds since the epoch. */
    public static final int EXPIRY_OFFSET = 12;

    /** Where the store's own {@link #ROOM} bytes begin, if it {@linkplain ByteStore#wantsRoom wants them}. */
    public static final int ROOM_OFFSET = 24;

    /** How many bytes a store may have to itself. */
    public static final int ROOM = 8;

    private final byte[] bytes;
    private final @Nullable Object token;

    private ByteEntry(byte[] bytes, long expiry, @Nullable Object token) {
        super(expiry);
        this.bytes = bytes;
        this.token = token;
    }

    /**
     * An entry read from a medium or about to be written to it.
     *
     * @param bytes the whole record; not copied, and not to be changed any more but by its store in the room
     * @param token what the store itself wants to remember of this version (memcached's cas, say)
     */
    public static ByteEntry of(byte[] bytes, @Nullable Object token) {
        return new ByteEntry(bytes, expiryIn(bytes), token);
    }

    /** The whole record, not a copy: not to be changed but by its store in the room, before it is written. */
    public byte[] bytes() {
        return bytes;
    }

    /** What the store wanted to remember of this version, null if nothing. */
    public @Nullable Object token() {
        return token;
    }

    /** The 8 opaque bytes of the version as a number, for equality only. */
    public long version() {
        return bytes.length < EXPIRY_OFFSET ? 0 : Longs.read(bytes, VERSION_OFFSET);
    }

    private static long expiryIn(byte[] bytes) {
        // A record that was cut off is not the store's to judge: the codec will refuse it.
        return bytes.length < EXPIRY_OFFSET + Long.BYTES ? ETERNAL : Longs.read(bytes, EXPIRY_OFFSET);
    }
}
