package dev.larder.mapdb;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Opens {@code mapdb:some/file.db}, a file that this and later processes find again, and {@code
 * mapdb:memory}, memory outside the heap that belongs to one manager. Managers of one JVM that name the
 * same file share it; a second process is refused.
 *
 * <p>Settings are those of {@code docs/mapdb.md}. A manager whose properties hold an {@code org.mapdb.DB}
 * under {@code larder.mapdb.db} keeps its caches there; the application goes on owning it.
 */
public final class MapDbStoreProvider implements StoreProvider {
    /** The property of a manager that may hold the application's own {@code org.mapdb.DB}. */
    public static final String DB_PROPERTY = "larder.mapdb.db";

    @Override
    public Set<String> schemes() {
        return Set.of("mapdb");
    }

    @Override
    public Backend open(BackendSetup setup) {
        return new MapDbBackend(SharedDatabases.lease(setup), setup);
    }
}
