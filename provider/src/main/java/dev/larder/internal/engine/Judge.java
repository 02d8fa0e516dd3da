package dev.larder.internal.engine;

import dev.larder.internal.codec.BorneTags;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.tag.Hints;
import dev.larder.internal.tag.MediumTags;
import dev.larder.internal.tag.Present;
import dev.larder.internal.tag.StampedTags;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of records, and decides on the way whether their tags still are at their stamps. What was not
 * asked for along with a record is asked for now, for all records together.
 */
final class Judge {
    private final Marshaller marshaller;
    private final @Nullable MediumTags tags;
    private final Hints hints = new Hints();

    /**
     * @param tags null if the medium knows none; a record that bears some all the same is dead
     */
    Judge(Marshaller marshaller, @Nullable MediumTags tags) {
        this.marshaller = marshaller;
        this.tags = tags;
    }

    Hints hints() {
        return hints;
    }

    /** A record met under a key. */
    record Met(Object key, ByteKey at, @Nullable ByteEntry record) {

        /** What was found at each of the places, in order. */
        static List<Met> each(List<?> keys, List<ByteKey> ats, List<@Nullable ByteEntry> found) {
            List<Met> met = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                met.add(new Met(keys.get(i), ats.get(i), found.get(i)));
            }
            return met;
        }
    }

    /** The entry of a record; {@code known} is what came along with it, null if nothing did. */
    @Nullable
    Stored entry(Object key, ByteKey at, @Nullable ByteEntry record, @Nullable Present known) {
        if (record == null) {
            return null;
        }
        BorneTags borne = tagsOf(at, record);
        return borne == null
                ? new CodedEntry(marshaller, key, at, record)
                : judged(key, at, record, borne, completed(known, borne.names()));
    }

    /** {@link #entry} for each, in order. */
    List<@Nullable Stored> entries(List<Met> met, @Nullable Present known) {
        List<String> names = new ArrayList<>();
        for (Met each : met) {
            BorneTags borne = tagsOf(each.at(), each.record());
            if (borne != null) {
                names.addAll(borne.names());
            }
        }
        Present present = names.isEmpty()
                ? known
                : completed(known, names.stream().distinct().toList());
        List<@Nullable Stored> entries = new ArrayList<>(met.size());
        met.forEach(each -> entries.add(entry(each.key(), each.at(), each.record(), present)));
        return entries;
    }

    private @Nullable BorneTags tagsOf(ByteKey at, @Nullable ByteEntry record) {
        return record != null && marshaller.hasTags(record) ? marshaller.tags(record, hints.namesOf(at)) : null;
    }

    private Present completed(@Nullable Present known, List<String> names) {
        Present present = known == null ? new Present() : known;
        return tags == null ? present : tags.complete(present, names);
    }

    private TaggedRecord judged(Object key, ByteKey at, ByteEntry record, BorneTags borne, Present present) {
        hints.note(at, borne.names());
        boolean dead = !present.confirms(borne.names(), borne.stamps());
        StampedTags stamps = StampedTags.lasting(borne.names(), borne.stamps());
        return new TaggedRecord(marshaller, key, at, record, stamps, dead);
    }
}
