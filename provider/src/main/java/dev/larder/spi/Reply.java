package dev.larder.spi;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read or a write of a {@link ByteStore} returns.
 *
 * @param entries one for each key or write, in order; null where there is none
 * @param stamps in the order of the {@link TagQuery}, after its proposals were taken; {@link Stamps#NONE} for a tag
 *     without a stamp. Null without a query, or if the store failed and is configured to ignore that
 */
public record Reply(List<@Nullable ByteEntry> entries, long @Nullable [] stamps) {

    /** The reply to a read or write of one key. */
    public static Reply of(@Nullable ByteEntry entry, long @Nullable [] stamps) {
        return new Reply(Collections.singletonList(entry), stamps);
    }

    /** A reply without stamps in which no key has an entry. */
    public static Reply ofMisses(int keys) {
        return new Reply(Collections.nCopies(keys, null), null);
    }

    /** The entry of the only key. */
    public @Nullable ByteEntry entry() {
        return entries.get(0);
    }
}
