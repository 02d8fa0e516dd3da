package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.TagHints;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reads and writes of a byte store. If the store can return stamps in the same round trip, they are requested for
 * entries that have tags or probably have.
 *
 * <p>A record is written with the stamps that this JVM remembers, and the current stamps come back. If a tag has been
 * invalidated without this JVM knowing, the record is dead from the start, and {@link DeadRecords} writes it again.
 */
final class RecordAccess {
    private final ByteStore store;
    private final CallGuard callGuard;
    private final @Nullable SharedTags tags;
    private final TagHints tagHints;
    private final DeadRecords deadRecords;

    /**
     * @param tags null if the store does not support tags
     */
    RecordAccess(
            ByteStore store, CallGuard callGuard, Marshaller marshaller, @Nullable SharedTags tags, TagHints tagHints) {
        this.store = store;
        this.callGuard = callGuard;
        this.tags = store.abilities().contains(Ability.TAG_STAMPS) ? tags : null;
        this.tagHints = tagHints;
        this.deadRecords = new DeadRecords(this, marshaller, tagHints);
    }

    /** The records found, and the stamps that came with them. */
    record StampedRecords(
            List<@Nullable ByteEntry> found, @Nullable ObservedStamps observedStamps) {

        @Nullable
        ByteEntry only() {
            return found.get(0);
        }
    }

    /** The records found, and a tag snapshot that was begun before. */
    record RecordsWithSnapshot(StampedRecords seen, TagSnapshot tagSnapshot) {}

    /** Whether stamps come with reads and writes. */
    boolean returnsStamps() {
        return tags != null;
    }

    /**
     * See {@link ByteStore#read(List, ReadOptions)}.
     *
     * @param options without a tag query
     */
    StampedRecords read(List<ByteKey> ats, ReadOptions options) {
        return readWith(ats, options.with(query(ats, List.of())));
    }

    private StampedRecords readWith(List<ByteKey> ats, ReadOptions options) {
        callGuard.check();
        return observed(options.tags(), store.read(ats, options));
    }

    /** {@link #read} for an update, with a tag snapshot; null if stamps do not come with reads. */
    @Nullable
    RecordsWithSnapshot readWithTagSnapshot(List<ByteKey> ats) {
        if (tags == null) {
            return null;
        }
        long begin = tags.beginSnapshot();
        TagQuery query = tags.snapshotQuery(query(ats, List.of()));
        StampedRecords seen = readWith(ats, ReadOptions.FOR_UPDATE.with(query));
        return new RecordsWithSnapshot(seen, tags.endSnapshot(begin, seen.observedStamps()));
    }

    /** {@link #write(List, List, WriteOptions)} of one entry. */
    StampedRecords write(Write write, @Nullable EncodedEntry next, WriteOptions options) {
        return write(List.of(write), Collections.singletonList(next), options);
    }

    /**
     * See {@link ByteStore#write}.
     *
     * @param next the entries that the writes put, in the order of the writes; null for a removal
     * @param options without a tag query
     */
    StampedRecords write(List<Write> writes, List<@Nullable EncodedEntry> next, WriteOptions options) {
        // A put does not return the entry that it replaces, so nothing is asked of that entry's tags.
        List<ByteKey> ats = options.mode() == Mode.PUT || tags == null
                ? List.of()
                : writes.stream().map(Write::key).toList();
        List<StampedTags> written = tags == null ? List.of() : stampsOf(next);
        StampedRecords seen = write(writes, options.with(query(ats, written)));
        if (!written.isEmpty()) {
            deadRecords.rewrite(writes, next, seen, options);
        }
        return seen;
    }

    /** See {@link ByteStore#write}. */
    StampedRecords write(List<Write> writes, WriteOptions options) {
        callGuard.check();
        return observed(options.tags(), store.write(writes, options));
    }

    private static List<StampedTags> stampsOf(List<@Nullable EncodedEntry> entries) {
        List<StampedTags> stamps = new ArrayList<>();
        for (EncodedEntry each : entries) {
            if (each instanceof TaggedRecord tagged) {
                stamps.add(tagged.stamps());
            }
        }
        return stamps;
    }

    /**
     * The query for the tags that entries have, or probably have.
     *
     * @param ats the keys of entries that are read
     * @param next the tags of entries that are written
     * @return null if there is nothing to ask
     */
    @Nullable
    TagQuery query(List<ByteKey> ats, List<StampedTags> next) {
        if (tags == null) {
            return null;
        }
        return next.isEmpty() && ats.size() == 1 ? tagHints.of(ats.get(0)) : combined(ats, next);
    }

    private @Nullable TagQuery combined(List<ByteKey> ats, List<StampedTags> next) {
        Map<String, Long> asked = new LinkedHashMap<>();
        for (StampedTags stamps : next) {
            for (int i = 0; i < stamps.names().size(); i++) {
                asked.merge(stamps.names().get(i), stamps.proposals()[i], (one, other) -> one == 0 ? other : one);
            }
        }
        for (ByteKey at : ats) {
            tagHints.namesOf(at).forEach(name -> asked.putIfAbsent(name, 0L));
        }
        return asked.isEmpty()
                ? null
                : new TagQuery(
                        List.copyOf(asked.keySet()),
                        asked.values().stream().mapToLong(each -> each).toArray());
    }

    private StampedRecords observed(@Nullable TagQuery query, Reply reply) {
        long[] stamps = reply.stamps();
        ObservedStamps observedStamps = query == null || stamps == null || tags == null
                ? null
                : new ObservedStamps().with(query.tags(), tags.remember(query.tags(), stamps));
        return new StampedRecords(reply.entries(), observedStamps);
    }
}
