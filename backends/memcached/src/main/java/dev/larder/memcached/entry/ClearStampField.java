package dev.larder.memcached.entry;

import dev.larder.memcached.protocol.Item;
import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * How a record lies on a server: the seal of the stamp that counted when it was written, 8 bytes, then the
 * record as the core made it. Whose seal is not the present stamp's is no entry any more.
 *
 * @param version the server's number of the version that was read
 * @param seal the seal it bore
 */
public record ClearStampField(long version, long seal) {

    /** What this store wrote into an entry that it gave. */
    static ClearStampField of(ByteEntry entry) {
        if (entry.token() instanceof ClearStampField clearStampField) {
            return clearStampField;
        }
        throw new IllegalStateException("an entry that no memcached store gave cannot be exchanged");
    }

    /** The entry in what a server gave; null if there is none, or one of before a {@code clear}. */
    public static @Nullable ByteEntry opened(@Nullable ClearStamp clearStamp, @Nullable Item item) {
        return clearStamp == null || item == null || item.seal() != clearStamp.seal()
                ? null
                : ByteEntry.of(item.rest(), new ClearStampField(item.version(), item.seal()));
    }
}
