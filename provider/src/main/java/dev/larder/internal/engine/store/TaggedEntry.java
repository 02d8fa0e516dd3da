package dev.larder.internal.engine.store;

import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry that bears tags; others are of classes that have no room for them. */
public interface TaggedEntry {
    /** The tags with what they were at. */
    TagStamps stamps();

    /** The names of an entry's tags. */
    static Set<String> of(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? Set.copyOf(tagged.stamps().names()) : Set.of();
    }

    /** The stamps of an entry, null if it has none. */
    static @Nullable TagStamps stampsOf(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? tagged.stamps() : null;
    }

    /** The names of an entry's tags, as it has them. */
    static List<String> namesOf(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? tagged.stamps().names() : List.of();
    }
}
