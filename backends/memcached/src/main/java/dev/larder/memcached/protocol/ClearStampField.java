package dev.larder.memcached.protocol;

import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a record on a server: the seal of the clear stamp that was current when the record was written, 8
 * bytes, then the record as the core made it. A record with another seal than the current stamp's is not an
 * entry.
 *
 * @param version the server's version number of the item that was read, for {@code cas}
 * @param stamp the seal in that item
 */
public record ClearStampField(long version, long stamp) {

    /** The token that this store attached to an entry when it was read. */
    public static ClearStampField of(ByteEntry entry) {
        if (entry.token() instanceof ClearStampField clearStampField) {
            return clearStampField;
        }
        throw new IllegalStateException("an entry that was not read from a memcached store cannot be exchanged");
    }

    /** The entry in an item; null if there is none, or if it was written before a {@code clear}. */
    public static @Nullable ByteEntry entryOf(@Nullable ClearStamp clearStamp, @Nullable Item item) {
        return clearStamp == null || item == null || item.stamp() != clearStamp.stamp()
                ? null
                : ByteEntry.of(item.rest(), new ClearStampField(item.version(), item.stamp()));
    }
}
