package dev.larder.mapdb.database;

import dev.larder.mapdb.CacheSize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a database stands on. */
public interface DatabaseSource {
    /**
     * Opens it, for the first time.
     *
     * @throws IllegalArgumentException if it cannot be had, naming what is in the way
     */
    OpenDatabase open();

    /** Another one in place of one that failed: empty, unless the failed one is not ours to replace. */
    OpenDatabase replace(OpenDatabase failed, Throwable cause);

    /** An empty database for the caches to move to, null if they have no need to. */
    @Nullable
    OpenDatabase spare(OpenDatabase used);

    /**
     * Puts another database, which holds the same, in the place of the one in use. Nobody writes meanwhile.
     *
     * @return the one to be used from now on
     */
    OpenDatabase relieve(OpenDatabase used, OpenDatabase spare);

    /** Forgets one that is not needed after all. */
    void discard(OpenDatabase spare);

    /** Ends it in order, so that it can be opened again. */
    void close(OpenDatabase openDatabase, Map<String, CacheSize> amounts);

    /** How many bytes a cache may hold for which nothing is said. */
    long presetBytes();

    /** How often to commit, in milliseconds; 0 if never. */
    long commitMillis();
}
