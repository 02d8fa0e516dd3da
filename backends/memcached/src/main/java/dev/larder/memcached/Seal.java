package dev.larder.memcached;

import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * How a record lies on a server: the seal of the stamp that counted when it was written, 8 bytes, then the
 * record as the core made it. Whose seal is not the present stamp's is no entry any more.
 *
 * @param version the server's number of the version that was read
 * @param seal the seal it bore
 */
record Seal(long version, long seal) {

    /** What this store wrote into an entry that it gave. */
    static Seal of(ByteEntry entry) {
        if (entry.token() instanceof Seal seal) {
            return seal;
        }
        throw new IllegalStateException("an entry that no memcached store gave cannot be exchanged");
    }

    /** The entry in what a server gave; null if there is none, or one of before a {@code clear}. */
    static @Nullable ByteEntry opened(@Nullable Stamp stamp, @Nullable Found found) {
        return stamp == null || found == null || found.seal() != stamp.seal()
                ? null
                : ByteEntry.of(found.rest(), new Seal(found.version(), found.seal()));
    }
}
