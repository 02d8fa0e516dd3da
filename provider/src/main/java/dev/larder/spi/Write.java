package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * A change of one entry; see {@link ByteStore#write}.
 *
 * @param expected the entry that {@link WriteOptions.Mode#EXCHANGE} must find, one that this store returned, or null for
 *     «no entry»; the other modes do not read it
 * @param next the new entry, or null to remove it
 * @param event what to deliver to the other JVMs if the change takes place; empty for nothing. Not to be changed
 */
public record Write(
        ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] event) {
    private static final byte[] NO_EVENT = {};

    /** A change without an event. */
    public Write(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        this(key, expected, next, NO_EVENT);
    }

    /** A change of whatever entry there is, without an event. */
    public Write(ByteKey key, @Nullable ByteEntry next) {
        this(key, null, next, NO_EVENT);
    }
}
