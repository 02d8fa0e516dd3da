package dev.larder.spi;

import java.util.List;

/**
 * What the tags of a medium are at: each tag has a stamp, 64 bits that never come twice. An entry bears its
 * tags with the stamps it saw and is dead as soon as one of them is another or gone. All caches of a
 * backend, and all JVMs on the medium, share the stamps. Thread-safe.
 *
 * <p>A medium may lose a stamp (for want of room, by a restart): then whatever bore it stays dead for ever,
 * since what takes its place is new. For the same reason nobody may keep a copy from which a stamp could come
 * back: not a server that resumes with old data and not a file after a crash, unless the entries of that moment
 * come back with it.
 */
public interface Stamps {
    /** No stamp: what a tag has that nobody has used, or whose stamp was lost. Never equal to any stamp. */
    long NONE = 0;

    /**
     * A tag like any other to the store, whose stamp the core has renewed by every invalidation, before the
     * tags that are meant. No application can use it.
     */
    String ANY = "";

    /** The stamps of these tags, {@link #NONE} where there is none. One round trip. */
    long[] read(List<String> tags);

    /**
     * The stamps of these tags; where there is none, the first to ask adds a {@link #fresh() fresh} one, which
     * all see from then on. One round trip.
     */
    long[] ensure(List<String> tags);

    /**
     * Gives each of these tags a {@link #fresh() fresh} stamp. When it returns nobody reads an older one any
     * more. The first tag is renewed before any of the others: who sees the new stamp of another sees that of
     * the first. A number of round trips that does not grow with that of the tags.
     *
     * @throws RuntimeException if any could not be renewed, or may not have been, whatever the failures that
     *     the store is told to pass over; calling again is safe
     */
    void renew(List<String> tags);

    /** A stamp that no JVM has had before. */
    static long fresh() {
        return FreshStamps.next();
    }
}
