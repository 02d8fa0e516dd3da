package dev.larder.spi;

import java.util.List;

/**
 * The current stamps of tags. Each tag has a stamp: 64 bits that never repeat. An entry holds its tags with the stamps
 * it saw. It is invalid as soon as one of these stamps has changed or is missing. All caches of a backend, and all JVMs
 * on the same server or file, share the stamps. Thread-safe.
 *
 * <p>A store may lose a stamp, by eviction or a restart. Entries with that stamp then stay invalid for ever, since its
 * replacement is new. For the same reason no copy may exist from which an old stamp could return. That rules out a
 * server that resumes with old data and a file after a crash, unless the entries of that moment return with it.
 */
public interface Stamps {
    /** No stamp: the value for a tag that was never used or whose stamp was lost. Never equal to any stamp. */
    long NONE = 0;

    /**
     * A tag whose stamp the core renews in every invalidation, before the other tags. To the store it is a tag like any
     * other. Applications cannot use it.
     */
    String ANY = "";

    /** Reads the stamps of these tags, {@link #NONE} for a tag without one. One round trip. */
    long[] read(List<String> tags);

    /**
     * Reads the stamps of these tags and adds a {@link #fresh() fresh} one where there is none. If several callers do
     * so at once, the first one wins and all see its stamp. One round trip.
     */
    long[] ensure(List<String> tags);

    /**
     * Gives each of these tags a {@link #fresh() fresh} stamp. After it returns, no caller reads an older one. The
     * first tag is renewed before the others: a caller that sees the new stamp of another tag also sees that of the
     * first. The number of round trips does not grow with the number of tags.
     *
     * @throws RuntimeException if a stamp was not or may not have been renewed, even if the store is configured to
     *     ignore failures; calling again is safe
     */
    void renew(List<String> tags);

    /** Returns a stamp that no JVM has had before. */
    static long fresh() {
        return FreshStamps.next();
    }
}
