package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.StampedTags;
import dev.larder.internal.tag.TagHints;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries from records, and checks whether the stamps of their tags are still current. Reads the stamps that did
 * not come with the records, for all records together.
 */
final class TagValidator {
    private final Marshaller marshaller;
    private final @Nullable SharedTags tags;
    private final TagHints tagHints = new TagHints();

    /**
     * @param tags null if the store does not support tags; a record with tags is then dead
     */
    TagValidator(Marshaller marshaller, @Nullable SharedTags tags) {
        this.marshaller = marshaller;
        this.tags = tags;
    }

    TagHints hints() {
        return tagHints;
    }

    /** A record found under a key, null if there was none. */
    record FetchedRecord(Object key, ByteKey at, @Nullable ByteEntry record) {

        /** Combines keys, their bytes and the records found, in order. */
        static List<FetchedRecord> each(List<?> keys, List<ByteKey> ats, List<@Nullable ByteEntry> found) {
            List<FetchedRecord> met = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                met.add(new FetchedRecord(keys.get(i), ats.get(i), found.get(i)));
            }
            return met;
        }
    }

    /**
     * The entry of a record.
     *
     * @param known the stamps that came with the record, null if none did
     */
    @Nullable
    Stored entry(Object key, ByteKey at, @Nullable ByteEntry record, @Nullable ObservedStamps known) {
        if (record == null) {
            return null;
        }
        TagSection tagSection = tagsOf(at, record);
        return tagSection == null
                ? new EncodedEntry(marshaller, key, at, record)
                : taggedRecord(key, at, record, tagSection, completed(known, tagSection.names()));
    }

    /** {@link #entry} for each record, in order. */
    List<@Nullable Stored> entries(List<FetchedRecord> met, @Nullable ObservedStamps known) {
        List<String> names = new ArrayList<>();
        for (FetchedRecord each : met) {
            TagSection tagSection = tagsOf(each.at(), each.record());
            if (tagSection != null) {
                names.addAll(tagSection.names());
            }
        }
        ObservedStamps observedStamps = names.isEmpty()
                ? known
                : completed(known, names.stream().distinct().toList());
        List<@Nullable Stored> entries = new ArrayList<>(met.size());
        met.forEach(each -> entries.add(entry(each.key(), each.at(), each.record(), observedStamps)));
        return entries;
    }

    private @Nullable TagSection tagsOf(ByteKey at, @Nullable ByteEntry record) {
        return record != null && marshaller.hasTags(record) ? marshaller.tags(record, tagHints.namesOf(at)) : null;
    }

    private ObservedStamps completed(@Nullable ObservedStamps known, List<String> names) {
        ObservedStamps observedStamps = known == null ? new ObservedStamps() : known;
        return tags == null ? observedStamps : tags.complete(observedStamps, names);
    }

    private TaggedRecord taggedRecord(
            Object key, ByteKey at, ByteEntry record, TagSection tagSection, ObservedStamps observedStamps) {
        tagHints.remember(at, tagSection.names());
        boolean dead = !observedStamps.confirms(tagSection.names(), tagSection.stamps());
        StampedTags stamps = StampedTags.pinned(tagSection.names(), tagSection.stamps());
        return new TaggedRecord(marshaller, key, at, record, stamps, dead);
    }
}
