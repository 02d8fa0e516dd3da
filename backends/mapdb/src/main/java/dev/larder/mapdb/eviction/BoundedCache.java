package dev.larder.mapdb.eviction;

import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.EntryCursor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cache that an {@link Evictor} keeps within its bound. */
public interface BoundedCache {
    /** The cache's map in the database in use; null if it is not open. */
    @Nullable
    CacheMap mapIfOpen();

    /** Runs work on the cache's map. It runs again if the database is replaced meanwhile. */
    void attempt(Consumer<CacheMap> work);

    /** A cursor over the keys of a map. */
    EntryCursor keys(CacheMap map);

    /** Evicts an entry and counts it, if it is present. */
    void evict(CacheMap map, byte[] key);
}
