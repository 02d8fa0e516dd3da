package dev.larder.mapdb;

import java.util.Map;

/** What a database stands on. */
interface Ground {
    /**
     * Opens it, for the first time.
     *
     * @throws IllegalArgumentException if it cannot be had, naming what is in the way
     */
    Vessel open();

    /** Another one in place of one that failed: empty, unless the failed one is not ours to replace. */
    Vessel replace(Vessel failed, Throwable cause);

    /** Ends it in order, so that it can be opened again. */
    void close(Vessel vessel, Map<String, Amount> amounts);

    /** How many bytes a cache may hold for which nothing is said. */
    long presetBytes();

    /** How often to commit, in milliseconds; 0 if never. */
    long commitMillis();
}
