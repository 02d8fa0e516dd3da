package dev.larder.bookstore.check;

import java.io.Serializable;

/**
 * What was read one way.
 *
 * @param way in words
 * @param through the caches that it passes
 * @param reads how many in all
 * @param stale of these older than a commit which had returned before the reader began
 * @param torn of these with price and stock of different versions
 * @param uncommitted of these from a transaction that was rolled back
 */
public record Finding(String way, String through, long reads, long stale, long torn, long uncommitted)
        implements Serializable {
    /** The same way's reads and those of another. */
    Finding plus(Finding other) {
        return new Finding(
                way,
                through,
                reads + other.reads,
                stale + other.stale,
                torn + other.torn,
                uncommitted + other.uncommitted);
    }

    /** How many reads should never have happened. */
    public long wrong() {
        return stale + torn + uncommitted;
    }
}
