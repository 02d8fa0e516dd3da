package dev.larder.internal.tag;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one manager's store.
 *
 * <p>The stamps of an entry decide which invalidations affect it. A plain put takes the stamps at the moment of the
 * put: {@link #present}. A computed value takes earlier ones. If it was loaded or computed under a lease, it takes
 * those of a {@link TagSnapshot}. If a processor computed it, it takes those of the entry that it was computed from. An
 * invalidation in between then makes the new entry invalid from the start.
 */
public interface Tags {

    /**
     * The current stamps of tags.
     *
     * @param inherited stamps that take precedence where they include one of the tags; null for none
     * @param checked whether the store checks the stamps when it writes, so that remembered ones suffice
     */
    TagStamps current(Collection<String> names, @Nullable TagStamps inherited, boolean checked);

    /** Takes a snapshot of all tags, and of these tags in particular. */
    TagSnapshot takeSnapshot(Collection<String> names);

    /**
     * The stamps that tags had at a snapshot; null if one of them has been, or may have been, invalidated since.
     *
     * @param checked whether the store checks the stamps when it writes, so that no earlier request is needed
     */
    @Nullable
    TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked);

    /** Renews the stamps of tags. When it returns, all entries with one of these tags are invalid. */
    void invalidate(Collection<String> names);

    /** The number of tags that this JVM has invalidated; other JVMs' are not counted. */
    long invalidations();

    /** The tags of this JVM only. */
    static Tags local() {
        return new LocalTags();
    }

    /** The stamps of a store's tags, taken before a value is computed. */
    interface TagSnapshot {
        /** The tags that were named for the snapshot. */
        List<String> names();
    }
}
