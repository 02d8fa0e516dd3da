package dev.larder.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A byte store whose methods return the stamps of tags in the same round trip, so that tags need no further trips to a
 * server. A store that reads {@link Backend#stamps()} from memory has no reason to implement it.
 *
 * <p>Each method does what the method of the same name without a query does, and is called only where that one is. The
 * stamps are read during the call, before or after the rest. They are those of {@link Backend#stamps()}: a tag has the
 * same stamp with every key. Proposals are taken as {@link Stamps#ensure} takes fresh stamps: the first one wins, and
 * the result is the current stamp.
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

    /** {@link Store#put} with stamps; the result is as {@link Stamped#stamps()}. */
    long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query);

    /** {@link Store#putAll} with stamps; the result is as {@link Stamped#stamps()}. */
    long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query);
}
