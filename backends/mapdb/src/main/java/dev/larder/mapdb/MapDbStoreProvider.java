package dev.larder.mapdb;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Serves {@code mapdb:some/file.db} and {@code mapdb:memory}. The file is read again by later processes. The memory is
 * outside the heap and belongs to one manager. Managers of one JVM that name the same file share it. A second process
 * that opens the file is refused.
 *
 * <p>{@code docs/mapdb.md} lists the settings. A manager whose properties hold an {@code org.mapdb.DB} under
 * {@code larder.mapdb.db} keeps its caches in that database. The application still owns it and has to close it.
 */
public final class MapDbStoreProvider implements StoreProvider {
    /** The manager property that may hold the application's own {@code org.mapdb.DB}. */
    public static final String DB_PROPERTY = "larder.mapdb.db";

    @Override
    public Set<String> schemes() {
        return Set.of("mapdb");
    }

    @Override
    public Backend open(BackendSetup setup) {
        return new MapDbBackend(SharedDatabases.acquire(setup), setup);
    }
}
