package dev.larder.internal.tag;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one manager's store.
 *
 * <p>What an entry is stamped with decides what it survives. A plain put takes the stamps of the moment of the
 * put: {@link #present}. What was computed takes those of a moment before: of a {@link Sight}, if it was loaded or
 * computed under a lease, and of the entry that it was computed from, if a processor did it. Then an invalidation
 * that came in between has the new entry dead from the start.
 */
public interface Tags {

    /**
     * The tags as they are now.
     *
     * @param inherited stamps to be taken over instead where it has any of the tags; null for none
     * @param checked whether the store checks the stamps as it writes, so that those remembered will do
     */
    TagStamps present(Collection<String> names, @Nullable TagStamps inherited, boolean checked);

    /** A look at what all tags are at now, and at these tags in particular. */
    TagSnapshot look(Collection<String> names);

    /**
     * Tags as they were at a sight; null if one of them has been, or may have been, invalidated since.
     *
     * @param checked whether the store checks the stamps as it writes, so that nobody need ask before
     */
    @Nullable
    TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked);

    /** Renews tags; when it returns whatever bears them is dead. */
    void invalidate(Collection<String> names);

    /** How many tags have been invalidated here; other JVMs' are not counted. */
    long invalidations();

    /** Those of this JVM alone. */
    static Tags local() {
        return new LocalTags();
    }

    /** A look at the tags of a store, taken before a value was computed. */
    interface TagSnapshot {
        /** The tags looked at in particular. */
        List<String> names();
    }
}
