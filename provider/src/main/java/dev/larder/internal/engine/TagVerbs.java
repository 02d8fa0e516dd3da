package dev.larder.internal.engine;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.tag.Hints;
import dev.larder.internal.tag.MediumTags;
import dev.larder.internal.tag.Present;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.Tags.Sight;
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
 * The verbs of a store that brings stamps along, for entries that bear tags or probably do.
 *
 * <p>A record is written with the stamps that this JVM remembers, and those that are present come back. If one
 * had moved without our knowing, the record was born dead, and is written again with what came back: unless it was
 * stamped on purpose with what was there before, in which case dead is what it has to be.
 */
final class TagVerbs {
    /** Who meets more invalidations than this within one call is taken to have been met by the last. */
    private static final int ATTEMPTS = 16;

    private final TagStore store;
    private final Marshaller marshaller;
    private final MediumTags tags;
    private final Hints hints;

    TagVerbs(TagStore store, Marshaller marshaller, MediumTags tags, Hints hints) {
        this.store = store;
        this.marshaller = marshaller;
        this.tags = tags;
        this.hints = hints;
    }

    // For a call: it is not begun with less stack than it needs.
    private TagStore store() {
        StackHeadroom.require();
        return store;
    }

    /** What was found, and what came along with it. */
    record Seen(@Nullable ByteEntry found, @Nullable Present present) {}

    /** The same for many keys. */
    record SeenAll(
            List<@Nullable ByteEntry> found, @Nullable Present present) {}

    /** The same, with a look at the tags that was begun before. */
    record Sighted(SeenAll seen, Sight sight) {}

    /** What to ask for along with a key and the entry that goes there; null if there is nothing to ask. */
    @Nullable
    TagQuery query(ByteKey at, @Nullable CodedEntry next) {
        if (next instanceof TaggedRecord tagged) {
            return query(List.of(at), List.of(tagged));
        }
        return hints.of(at);
    }

    /** What to ask for along with many keys and entries; null if there is nothing to ask. */
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
            hints.namesOf(key).forEach(name -> asked.putIfAbsent(name, 0L));
        }
        return asked.isEmpty()
                ? null
                : new TagQuery(
                        List.copyOf(asked.keySet()),
                        asked.values().stream().mapToLong(each -> each).toArray());
    }

    Seen read(ByteKey at, TagQuery query) {
        return seen(query, store().read(at, query));
    }

    SeenAll readAll(List<ByteKey> keys, TagQuery query) {
        return seenAll(query, store().readAll(keys, query));
    }

    Sighted readSighted(List<ByteKey> keys) {
        long begin = tags.beginLook();
        TagQuery query = tags.lookingAlong(query(keys, List.of()));
        SeenAll seen = keys.size() == 1 ? onlyOne(read(keys.get(0), query)) : readAll(keys, query);
        return new Sighted(seen, tags.endLook(begin, seen.present()));
    }

    private static SeenAll onlyOne(Seen seen) {
        return new SeenAll(Collections.singletonList(seen.found()), seen.present());
    }

    Seen exchange(ByteKey at, @Nullable ByteEntry expected, @Nullable CodedEntry next, TagQuery query) {
        Seen seen = seen(query, store().exchange(at, expected, next == null ? null : next.bytes(), query));
        if (seen.found() == expected) {
            settle(at, next, seen.present());
        }
        return seen;
    }

    SeenAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<@Nullable CodedEntry> next, TagQuery query) {
        SeenAll seen = seenAll(query, store().exchangeAll(exchanges, query));
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange<ByteKey, ByteEntry> each = exchanges.get(i);
            if (seen.found().get(i) == each.expected()) {
                settle(each.key(), next.get(i), seen.present());
            }
        }
        return seen;
    }

    Seen swap(ByteKey at, @Nullable CodedEntry next, TagQuery query) {
        Seen seen = seen(query, store().swap(at, next == null ? null : next.bytes(), query));
        settle(at, next, seen.present());
        return seen;
    }

    void put(ByteKey at, CodedEntry next, TagQuery query) {
        Present present = present(query, store().put(at, next.bytes(), query));
        settle(at, next, present, (before, again) -> {
            TagQuery more = query(again.stamps());
            return present(more, store().put(at, again.bytes(), more));
        });
    }

    void putAll(Map<ByteKey, CodedEntry> entries, TagQuery query) {
        Map<ByteKey, ByteEntry> records = new LinkedHashMap<>();
        entries.forEach((at, entry) -> records.put(at, entry.bytes()));
        Present present = present(query, store().putAll(records, query));
        Map<ByteKey, CodedEntry> dead = new LinkedHashMap<>();
        entries.forEach((at, entry) -> {
            if (entry instanceof TaggedRecord tagged && isBornDead(at, tagged, present)) {
                dead.put(at, tagged);
            }
        });
        dead.forEach((at, entry) -> settle(at, entry, present));
    }

    private boolean isBornDead(ByteKey at, TaggedRecord written, @Nullable Present present) {
        List<String> names = written.stamps().names();
        hints.note(at, names);
        return present != null && !present.confirms(names, written.stamps().stamps());
    }

    private void settle(ByteKey at, @Nullable CodedEntry written, @Nullable Present present) {
        settle(at, written, present, (before, again) -> replaced(at, before, again));
    }

    private void settle(
            ByteKey at,
            @Nullable CodedEntry written,
            @Nullable Present first,
            BiFunction<TaggedRecord, TaggedRecord, @Nullable Present> writing) {
        if (written instanceof TaggedRecord tagged && isBornDead(at, tagged, first)) {
            if (tagged.stamps().areLasting()) {
                tagged.bornDead();
            } else {
                writeAgain(tagged, first, writing);
            }
        }
    }

    private void writeAgain(
            TaggedRecord first,
            @Nullable Present present,
            BiFunction<TaggedRecord, TaggedRecord, @Nullable Present> writing) {
        TaggedRecord before = first;
        Present now = present;
        List<String> names = first.stamps().names();
        for (int i = 0;
                i < ATTEMPTS
                        && now != null
                        && !now.confirms(names, before.stamps().stamps());
                i++) {
            TaggedRecord again = restamped(before, before.stamps().at(now.stampsOf(names)));
            now = writing.apply(before, again);
            before = again;
        }
    }

    private TaggedRecord restamped(TaggedRecord record, StampedTags stamps) {
        ByteEntry bytes = marshaller.withStamps(record.bytes(), stamps.stamps());
        return new TaggedRecord(marshaller, record.key(), record.at(), bytes, stamps, false);
    }

    // Whoever has replaced our record meanwhile has spared us the trouble.
    private @Nullable Present replaced(ByteKey at, TaggedRecord before, TaggedRecord again) {
        ByteEntry there = store().read(at);
        if (there == null || there.version() != before.bytes().version()) {
            return null;
        }
        TagQuery query = query(again.stamps());
        Seen seen = seen(query, store().exchange(at, there, again.bytes(), query));
        return seen.found() == there ? seen.present() : null;
    }

    private static TagQuery query(StampedTags stamps) {
        return new TagQuery(stamps.names(), stamps.proposals());
    }

    private Seen seen(TagQuery query, Stamped answer) {
        return new Seen(answer.entry(), present(query, answer.stamps()));
    }

    private SeenAll seenAll(TagQuery query, StampedAll answer) {
        return new SeenAll(answer.entries(), present(query, answer.stamps()));
    }

    private @Nullable Present present(TagQuery query, long @Nullable [] stamps) {
        return stamps == null ? null : new Present().with(query.tags(), tags.note(query.tags(), stamps));
    }

    static List<TaggedRecord> taggedOf(Iterable<? extends @Nullable CodedEntry> entries) {
        List<TaggedRecord> tagged = new ArrayList<>();
        for (CodedEntry each : entries) {
            if (each instanceof TaggedRecord record) {
                tagged.add(record);
            }
        }
        return tagged;
    }
}
