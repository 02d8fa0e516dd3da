package dev.larder.mapdb;

import dev.larder.mapdb.file.FileOperations;
import dev.larder.mapdb.file.FilePaths;
import dev.larder.mapdb.lock.LockWaitLimit;
import dev.larder.mapdb.setting.Bound;
import dev.larder.mapdb.setting.FileSettings;
import dev.larder.mapdb.source.ApplicationDatabaseSource;
import dev.larder.mapdb.source.FileDatabaseSource;
import dev.larder.mapdb.source.MemoryDatabaseSource;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.mapdb.DB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases that are open in this JVM. Managers that name the same file, or pass the same database, share one. */
final class SharedDatabases {
    private static final Logger LOG = LoggerFactory.getLogger(SharedDatabases.class);
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Map<Path, SharedDatabase> FILES = new HashMap<>();
    private static final IdentityHashMap<DB, SharedDatabase> FOREIGN = new IdentityHashMap<>();

    private static final ShutdownHook HOOK = new ShutdownHook(SharedDatabases::closeAll);

    private SharedDatabases() {}

    /** Returns the database of a setup, with one more holder. The caller has to return it with {@link #release}. */
    static SharedDatabase acquire(BackendSetup setup) {
        Settings settings = setup.address().settings();
        FileSettings file = FileSettings.of(settings);
        FileSettings.NAMES.check(setup, each -> Bound.of(each, 1));
        Object own = setup.properties().get(MapDbStoreProvider.DB_PROPERTY);
        String place = setup.address().rest();
        LockWaitLimit.lock(LOCK);
        try {
            SharedDatabase sharedDatabase = own == null ? ofPath(place, file) : ofApplication(own);
            sharedDatabase.holders++;
            HOOK.setNeeded(!FILES.isEmpty());
            return sharedDatabase;
        } finally {
            LOCK.unlock();
        }
    }

    private static SharedDatabase ofPath(String place, FileSettings settings) {
        if ("memory".equals(place)) {
            return new SharedDatabase(new MemoryDatabaseSource(settings));
        }
        return FILES.computeIfAbsent(
                path(place), path -> new SharedDatabase(new FileDatabaseSource(new FilePaths(path), settings)));
    }

    private static SharedDatabase ofApplication(Object own) {
        if (own instanceof DB db) {
            return FOREIGN.computeIfAbsent(db, absent -> new SharedDatabase(new ApplicationDatabaseSource(db)));
        }
        throw new IllegalArgumentException("property '" + MapDbStoreProvider.DB_PROPERTY + "' holds a "
                + own.getClass().getName() + "; it takes an open org.mapdb.DB");
    }

    static void release(SharedDatabase sharedDatabase) {
        LockWaitLimit.lock(LOCK);
        try {
            sharedDatabase.holders--;
            if (sharedDatabase.holders == 0) {
                FILES.values().remove(sharedDatabase);
                FOREIGN.values().remove(sharedDatabase);
                HOOK.setNeeded(!FILES.isEmpty());
                sharedDatabase.close();
            }
        } finally {
            LOCK.unlock();
        }
    }

    private static void closeAll() {
        LockWaitLimit.lock(LOCK);
        try {
            for (SharedDatabase each : List.copyOf(FILES.values())) {
                closeQuietly(each);
            }
            FILES.clear();
        } finally {
            LOCK.unlock();
        }
    }

    private static void closeQuietly(SharedDatabase sharedDatabase) {
        try {
            sharedDatabase.close();
        } catch (RuntimeException | Error failure) {
            LOG.warn("a MapDB file did not close cleanly", failure);
        }
    }

    /** The canonical path of a file, the same for every way to name it. */
    private static Path path(String place) {
        if (place.isBlank() || place.endsWith("/")) {
            throw new IllegalArgumentException("store address 'mapdb:" + place
                    + "' names no file; write mapdb:some/file.db, or mapdb:memory for a store in memory");
        }
        Path path = Path.of(place.startsWith("///") ? place.substring(2) : place)
                .toAbsolutePath()
                .normalize();
        try {
            Path folder = FileOperations.folder(path);
            Files.createDirectories(folder);
            Path real = folder.toRealPath().resolve(path.getFileName());
            if (Files.isDirectory(real)) {
                throw new IllegalArgumentException("store address 'mapdb:" + place + "' names the folder '" + real
                        + "'; write a file, as in mapdb:" + place + "/caches.db");
            }
            return Files.exists(real) ? real.toRealPath() : real;
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "file '" + path + "' cannot be opened: its folder does not exist and cannot be created (" + failure
                            + ")",
                    failure);
        }
    }
}
