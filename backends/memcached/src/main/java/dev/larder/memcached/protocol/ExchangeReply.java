package dev.larder.memcached.protocol;

import dev.larder.memcached.entry.ClearStamp;
import dev.larder.memcached.entry.ClearStampField;
import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to change an item brought back.
 *
 * @param statusReply what became of it; null if it was a look and nothing more
 * @param clearStamp the server's stamp afterwards; null if it has none that counts
 * @param item what is there afterwards; null if nothing, or if nobody asked
 * @param isWhole whether the item was asked for
 */
public record ExchangeReply(
        @Nullable StatusReply statusReply,
        @Nullable ClearStamp clearStamp,
        @Nullable Item item,
        boolean isWhole) {

    public boolean isDone() {
        return statusReply != null && statusReply.isDone();
    }

    /** Whether records that bear this seal count. */
    public boolean isUnder(long seal) {
        return clearStamp != null && clearStamp.seal() == seal;
    }

    /** The entry that is there. */
    public @Nullable ByteEntry entry() {
        return ClearStampField.opened(clearStamp, item);
    }
}
