package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link ByteStore}: a record made by the core, whose layout is in {@code docs/format.md}. A store keeps
 * the bytes unchanged. It may read the version (8 opaque bytes, different in every record) and the expiry. It may write
 * the room that it asked for.
 */
public final class ByteEntry extends Stored {
    /** The offset of the 8 opaque bytes of the version. */
    public static final int VERSION_OFFSET = 4;

    /** The offset of the expiry: 8 bytes, big endian, milliseconds since the epoch. */
    public static final int EXPIRY_OFFSET = 12;

    /** The offset of the store's own {@link #ROOM} bytes, if it {@linkplain ByteStore#wantsRoom wants them}. */
    public static final int ROOM_OFFSET = 24;

    /** The number of bytes reserved for the store. */
    public static final int ROOM = 8;

    private final byte[] bytes;
    private final @Nullable Object token;

    private ByteEntry(byte[] bytes, long expiry, @Nullable Object token) {
        super(expiry);
        this.bytes = bytes;
        this.token = token;
    }

    /**
     * Creates an entry that was read from a store or is about to be written to it.
     *
     * @param bytes the whole record; not copied, and not to be changed afterwards except by its store in the room
     * @param token what the store itself remembers of this version, such as memcached's cas
     */
    public static ByteEntry of(byte[] bytes, @Nullable Object token) {
        return new ByteEntry(bytes, expiryIn(bytes), token);
    }

    /** The whole record, not a copy. Only its store may change it: in the room, before it is written. */
    public byte[] bytes() {
        return bytes;
    }

    /** What the store remembers of this version, null if nothing. */
    public @Nullable Object token() {
        return token;
    }

    /** The 8 opaque bytes of the version as a number, for equality only. */
    public long version() {
        return bytes.length < EXPIRY_OFFSET ? 0 : Longs.read(bytes, VERSION_OFFSET);
    }

    private static long expiryIn(byte[] bytes) {
        // A truncated record is not the store's concern: the codec rejects it.
        return bytes.length < EXPIRY_OFFSET + Long.BYTES ? ETERNAL : Longs.read(bytes, EXPIRY_OFFSET);
    }
}
