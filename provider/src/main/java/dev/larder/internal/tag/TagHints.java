package dev.larder.internal.tag;

import dev.larder.spi.ByteKey;
import dev.larder.spi.TagQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags that the entries of a cache were last seen with. They say which stamps to request together with an entry
 * that has not been read yet. Where no entry has tags this is empty and takes no memory.
 */
public final class TagHints {
    private volatile @Nullable LossyMap<ByteKey, TagQuery> seen;

    /** A query for the tags that the entry probably has; null if none are known. */
    public @Nullable TagQuery of(ByteKey key) {
        LossyMap<ByteKey, TagQuery> known = seen;
        return known == null ? null : known.get(key);
    }

    /** The tags that the entry probably has. */
    public List<String> namesOf(ByteKey key) {
        TagQuery known = of(key);
        return known == null ? List.of() : known.tags();
    }

    /** Records the tags that the entry was seen with. */
    public void remember(ByteKey key, List<String> names) {
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
