package dev.larder.memcached;

import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to change an item brought back.
 *
 * @param status what became of it; null if it was a look and nothing more
 * @param stamp the server's stamp afterwards; null if it has none that counts
 * @param item what is there afterwards; null if nothing, or if nobody asked
 * @param isWhole whether the item was asked for
 */
record Look(
        @Nullable Status status,
        @Nullable Stamp stamp,
        @Nullable Found item,
        boolean isWhole) {

    boolean isDone() {
        return status != null && status.isDone();
    }

    /** Whether records that bear this seal count. */
    boolean isUnder(long seal) {
        return stamp != null && stamp.seal() == seal;
    }

    /** The entry that is there. */
    @Nullable
    ByteEntry entry() {
        return Seal.opened(stamp, item);
    }
}
