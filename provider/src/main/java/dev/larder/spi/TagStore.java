package dev.larder.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A byte store whose verbs bring the stamps of tags along, in the same round trip: what makes tags free of
 * further trips on a server. A store that reads {@link Backend#stamps()} from memory has no reason to implement it.
 *
 * <p>Each verb does what the verb of the same name without a query does, and is called only where that one is. The
 * stamps are read between its call and its return, before or after the rest, and are those of {@link
 * Backend#stamps()}: a tag has the same stamp with whatever key it is asked for. Proposals are
 * taken as {@link Stamps#ensure} takes fresh stamps: the first wins, and what comes back is what is there.
 */
public interface TagStore extends ByteStore {

    /** {@link Store#read} with stamps. */
    Stamped read(ByteKey key, TagQuery query);

    /** {@link Store#readAll} with stamps. */
    StampedAll readAll(List<ByteKey> keys, TagQuery query);

    /** {@link Store#exchange} with stamps. */
    Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query);

    /** {@link Store#exchangeAll} with stamps. */
    StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query);

    /** {@link Store#swap} with stamps. */
    Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query);

    /** {@link Store#put} with stamps, as {@link Stamped#stamps()} has them. */
    long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query);

    /** {@link Store#putAll} with stamps, as {@link Stamped#stamps()} has them. */
    long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query);
}
