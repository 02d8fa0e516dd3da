package dev.larder.internal.engine.operation;

import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry that has tags. Entries without tags are of classes that have no field for them. */
public interface TaggedEntry {
    /** The tags with their stamps. */
    TagStamps stamps();

    /** The names of an entry's tags, as a set; empty if it has none. */
    static Set<String> of(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? Set.copyOf(tagged.stamps().names()) : Set.of();
    }

    /** The tags of an entry with their stamps, null if it has none. */
    static @Nullable TagStamps stampsOf(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? tagged.stamps() : null;
    }

    /** The names of an entry's tags, in the order of the entry; empty if it has none. */
    static List<String> namesOf(@Nullable Stored entry) {
        return entry instanceof TaggedEntry tagged ? tagged.stamps().names() : List.of();
    }
}
