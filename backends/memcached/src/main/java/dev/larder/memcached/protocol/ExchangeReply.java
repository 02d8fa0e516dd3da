package dev.larder.memcached.protocol;

import dev.larder.spi.ByteEntry;
import org.jspecify.annotations.Nullable;

/**
 * The result of an attempt to change an item.
 *
 * @param statusReply the reply to the change; null if this was only a read
 * @param clearStamp the server's stamp afterwards; null if it has none of the current era
 * @param item the item afterwards; null if there is none or it was not requested
 * @param isWhole whether the item was requested
 */
public record ExchangeReply(
        @Nullable StatusReply statusReply,
        @Nullable ClearStamp clearStamp,
        @Nullable Item item,
        boolean isWhole) {

    public boolean isDone() {
        return statusReply != null && statusReply.succeeded();
    }

    /** Whether records with this seal are entries. */
    public boolean hasStamp(long seal) {
        return clearStamp != null && clearStamp.stamp() == seal;
    }

    /** The entry afterwards; null if there is none. */
    public @Nullable ByteEntry entry() {
        return ClearStampField.entryOf(clearStamp, item);
    }
}
