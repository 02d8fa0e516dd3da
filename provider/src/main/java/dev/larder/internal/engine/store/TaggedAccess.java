package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.TagHints;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a store that returns stamps in the same round trip, for entries that have tags or probably have.
 *
 * <p>A record is written with the stamps that this JVM remembers, and the current stamps come back. If a tag has been
 * invalidated without this JVM knowing, the record is dead from the start, and is written again with the current
 * stamps. The exception is a record that was deliberately stamped with earlier stamps: it must be dead.
 */
final class TaggedAccess {
    /**
     * After this many invalidations within one call, the record is left dead, as if the last had come after the call.
     */
    private static final int ATTEMPTS = 16;

    private final TagStore store;
    private final CallGuard callGuard;
    private final Marshaller marshaller;
    private final SharedTags tags;
    private final TagHints tagHints;

    TaggedAccess(TagStore store, CallGuard callGuard, Marshaller marshaller, SharedTags tags, TagHints tagHints) {
        this.store = store;
        this.callGuard = callGuard;
        this.marshaller = marshaller;
        this.tags = tags;
        this.tagHints = tagHints;
    }

    private TagStore store() {
        callGuard.check();
        return store;
    }

    /** The record found, and the stamps that came with it. */
    record StampedRecord(
            @Nullable ByteEntry found, @Nullable ObservedStamps observedStamps) {}

    /** The records found at several keys, and the stamps that came with them. */
    record StampedRecords(
            List<@Nullable ByteEntry> found, @Nullable ObservedStamps observedStamps) {}

    /** The records found, and a tag snapshot that was begun before. */
    record RecordsWithSnapshot(StampedRecords seen, TagSnapshot tagSnapshot) {}

    /** The tag query for a key and the entry that is written there; null if there is nothing to ask. */
    @Nullable
    TagQuery query(ByteKey at, @Nullable EncodedEntry next) {
        if (next instanceof TaggedRecord tagged) {
            return query(List.of(at), List.of(tagged));
        }
        return tagHints.of(at);
    }

    /** The tag query for several keys and entries; null if there is nothing to ask. */
    @Nullable
    TagQuery query(List<ByteKey> keys, List<TaggedRecord> next) {
        Map<String, Long> asked = new LinkedHashMap<>();
        for (TaggedRecord each : next) {
            StampedTags stamps = each.stamps();
            for (int i = 0; i < stamps.names().size(); i++) {
                asked.merge(stamps.names().get(i), stamps.proposals()[i], (one, other) -> one == 0 ? other : one);
            }
        }
        for (ByteKey key : keys) {
            tagHints.namesOf(key).forEach(name -> asked.putIfAbsent(name, 0L));
        }
        return asked.isEmpty()
                ? null
                : new TagQuery(
                        List.copyOf(asked.keySet()),
                        asked.values().stream().mapToLong(each -> each).toArray());
    }

    StampedRecord read(ByteKey at, TagQuery query) {
        return seen(query, store().read(at, query));
    }

    StampedRecords readAll(List<ByteKey> keys, TagQuery query) {
        return seenAll(query, store().readAll(keys, query));
    }

    RecordsWithSnapshot readWithTagSnapshot(List<ByteKey> keys) {
        long begin = tags.beginSnapshot();
        TagQuery query = tags.snapshotQuery(query(keys, List.of()));
        StampedRecords seen = keys.size() == 1 ? onlyOne(read(keys.get(0), query)) : readAll(keys, query);
        return new RecordsWithSnapshot(seen, tags.endSnapshot(begin, seen.observedStamps()));
    }

    private static StampedRecords onlyOne(StampedRecord stampedRecord) {
        return new StampedRecords(Collections.singletonList(stampedRecord.found()), stampedRecord.observedStamps());
    }

    StampedRecord exchange(ByteKey at, @Nullable ByteEntry expected, @Nullable EncodedEntry next, TagQuery query) {
        StampedRecord stampedRecord =
                seen(query, store().exchange(at, expected, next == null ? null : next.bytes(), query));
        if (stampedRecord.found() == expected) {
            rewriteIfDead(at, next, stampedRecord.observedStamps());
        }
        return stampedRecord;
    }

    StampedRecords exchangeAll(
            List<Exchange<ByteKey, ByteEntry>> exchanges, List<@Nullable EncodedEntry> next, TagQuery query) {
        StampedRecords seen = seenAll(query, store().exchangeAll(exchanges, query));
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange<ByteKey, ByteEntry> each = exchanges.get(i);
            if (seen.found().get(i) == each.expected()) {
                rewriteIfDead(each.key(), next.get(i), seen.observedStamps());
            }
        }
        return seen;
    }

    StampedRecord swap(ByteKey at, @Nullable EncodedEntry next, TagQuery query) {
        StampedRecord stampedRecord = seen(query, store().swap(at, next == null ? null : next.bytes(), query));
        rewriteIfDead(at, next, stampedRecord.observedStamps());
        return stampedRecord;
    }

    void put(ByteKey at, EncodedEntry next, TagQuery query) {
        ObservedStamps observedStamps = observed(query, store().put(at, next.bytes(), query));
        rewriteIfDead(at, next, observedStamps, (before, again) -> {
            TagQuery more = query(again.stamps());
            return observed(more, store().put(at, again.bytes(), more));
        });
    }

    void putAll(Map<ByteKey, EncodedEntry> entries, TagQuery query) {
        Map<ByteKey, ByteEntry> records = new LinkedHashMap<>();
        entries.forEach((at, entry) -> records.put(at, entry.bytes()));
        ObservedStamps observedStamps = observed(query, store().putAll(records, query));
        Map<ByteKey, EncodedEntry> dead = new LinkedHashMap<>();
        entries.forEach((at, entry) -> {
            if (entry instanceof TaggedRecord tagged && isDeadOnWrite(at, tagged, observedStamps)) {
                dead.put(at, tagged);
            }
        });
        dead.forEach((at, entry) -> rewriteIfDead(at, entry, observedStamps));
    }

    private boolean isDeadOnWrite(ByteKey at, TaggedRecord written, @Nullable ObservedStamps observedStamps) {
        List<String> names = written.stamps().names();
        tagHints.remember(at, names);
        return observedStamps != null
                && !observedStamps.confirms(names, written.stamps().stamps());
    }

    private void rewriteIfDead(ByteKey at, @Nullable EncodedEntry written, @Nullable ObservedStamps observedStamps) {
        rewriteIfDead(at, written, observedStamps, (before, again) -> replaced(at, before, again));
    }

    private void rewriteIfDead(
            ByteKey at,
            @Nullable EncodedEntry written,
            @Nullable ObservedStamps first,
            BiFunction<TaggedRecord, TaggedRecord, @Nullable ObservedStamps> writing) {
        if (written instanceof TaggedRecord tagged && isDeadOnWrite(at, tagged, first)) {
            if (tagged.stamps().arePinned()) {
                tagged.markDead();
            } else {
                writeAgain(tagged, first, writing);
            }
        }
    }

    private void writeAgain(
            TaggedRecord first,
            @Nullable ObservedStamps observedStamps,
            BiFunction<TaggedRecord, TaggedRecord, @Nullable ObservedStamps> writing) {
        TaggedRecord before = first;
        ObservedStamps now = observedStamps;
        List<String> names = first.stamps().names();
        for (int i = 0;
                i < ATTEMPTS
                        && now != null
                        && !now.confirms(names, before.stamps().stamps());
                i++) {
            TaggedRecord again = restamped(before, before.stamps().withCurrentStamps(now.stampsOf(names)));
            now = writing.apply(before, again);
            before = again;
        }
    }

    private TaggedRecord restamped(TaggedRecord record, StampedTags stamps) {
        ByteEntry bytes = marshaller.withStamps(record.bytes(), stamps.stamps());
        return new TaggedRecord(marshaller, record.key(), record.at(), bytes, stamps, false);
    }

    // If another writer has replaced the record meanwhile, there is nothing left to do.
    private @Nullable ObservedStamps replaced(ByteKey at, TaggedRecord before, TaggedRecord again) {
        ByteEntry there = store().read(at);
        if (there == null || there.version() != before.bytes().version()) {
            return null;
        }
        TagQuery query = query(again.stamps());
        StampedRecord stampedRecord = seen(query, store().exchange(at, there, again.bytes(), query));
        return stampedRecord.found() == there ? stampedRecord.observedStamps() : null;
    }

    private static TagQuery query(StampedTags stamps) {
        return new TagQuery(stamps.names(), stamps.proposals());
    }

    private StampedRecord seen(TagQuery query, Stamped answer) {
        return new StampedRecord(answer.entry(), observed(query, answer.stamps()));
    }

    private StampedRecords seenAll(TagQuery query, StampedAll answer) {
        return new StampedRecords(answer.entries(), observed(query, answer.stamps()));
    }

    private @Nullable ObservedStamps observed(TagQuery query, long @Nullable [] stamps) {
        return stamps == null ? null : new ObservedStamps().with(query.tags(), tags.remember(query.tags(), stamps));
    }

    static List<TaggedRecord> taggedOf(Iterable<? extends @Nullable EncodedEntry> entries) {
        List<TaggedRecord> tagged = new ArrayList<>();
        for (EncodedEntry each : entries) {
            if (each instanceof TaggedRecord record) {
                tagged.add(record);
            }
        }
        return tagged;
    }
}
