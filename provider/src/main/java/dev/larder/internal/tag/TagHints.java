package dev.larder.internal.tag;

import dev.larder.spi.ByteKey;
import dev.larder.spi.TagQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tags the entries of a cache were last seen with: what to ask for along with an entry that one has not
 * read yet. Where no entry bears tags this is empty and takes no room.
 */
public final class TagHints {
    private volatile @Nullable LossyMap<ByteKey, TagQuery> seen;

    /** A look at the tags that the entry probably bears; null if nothing is known of any. */
    public @Nullable TagQuery of(ByteKey key) {
        LossyMap<ByteKey, TagQuery> known = seen;
        return known == null ? null : known.get(key);
    }

    /** The tags that the entry probably bears. */
    public List<String> namesOf(ByteKey key) {
        TagQuery known = of(key);
        return known == null ? List.of() : known.tags();
    }

    /** The entry has been seen with these. */
    public void note(ByteKey key, List<String> names) {
        LossyMap<ByteKey, TagQuery> known = seen;
        if (known == null) {
            known = new LossyMap<>();
            seen = known;
        }
        if (!names.equals(namesOf(key))) {
            known.put(key, TagQuery.of(names));
        }
    }
}
