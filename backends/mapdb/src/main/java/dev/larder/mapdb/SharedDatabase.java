package dev.larder.mapdb;

import dev.larder.mapdb.compaction.OnlineMigration;
import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.DatabaseReplacedException;
import dev.larder.mapdb.database.DatabaseSource;
import dev.larder.mapdb.database.KeyStripes;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.database.RejectedWriteException;
import dev.larder.mapdb.database.StoredTagStamps;
import dev.larder.mapdb.setting.Bound;
import dev.larder.mapdb.setting.CacheSize;
import dev.larder.mapdb.setting.LockWaitLimit;
import dev.larder.spi.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;

/** The caches of one database, for all managers of this JVM that use it. */
public final class SharedDatabase {
    private static final String CLOSED = "this MapDB store is closed";

    /** The number of backends that use it. Guarded by the lock of {@link SharedDatabases}. */
    int holders;

    private final DatabaseSource databaseSource;
    private final KeyStripes keyStripes = new KeyStripes();
    private final ReentrantLock replacing = new ReentrantLock();
    private final ReentrantLock joinLock = new ReentrantLock();
    private final Map<String, CacheRegion> regions = new ConcurrentHashMap<>();
    private final MaintenanceThread maintenanceThread;
    private volatile OpenDatabase openDatabase;
    /** Guarded by all key locks. */
    private @Nullable OnlineMigration onlineMigration;

    private volatile @Nullable StoredTagStamps stamps;
    private volatile boolean closed;

    SharedDatabase(DatabaseSource databaseSource) {
        this.databaseSource = databaseSource;
        this.openDatabase = databaseSource.open();
        this.maintenanceThread = startMaintenance();
    }

    private MaintenanceThread startMaintenance() {
        try {
            return new MaintenanceThread(this, databaseSource.commitMillis());
        } catch (RuntimeException | Error noThread) {
            databaseSource.close(openDatabase, Map.of());
            throw noThread;
        }
    }

    /** Opens a store's access to a cache. The caller has to return it with {@link #leave}. */
    public CacheRegion openRegion(String cache, Bound bound, Clock clock) {
        LockWaitLimit.lock(joinLock);
        try {
            CacheRegion cacheRegion = regions.computeIfAbsent(cache, name -> new CacheRegion(this, name));
            cacheRegion.addStore(bound, clock);
            return cacheRegion;
        } finally {
            joinLock.unlock();
        }
    }

    /**
     * Ends a store's access to a cache. An empty cache that is no longer in use is dropped, so cache names don't pile
     * up.
     */
    void closeRegion(CacheRegion cacheRegion, Clock clock) {
        LockWaitLimit.lock(joinLock);
        try {
            if (cacheRegion.removeStore(clock) && !closed && !db().isClosed()) {
                attempt(current -> {
                    keyStripes.runExclusively(() -> forgetIfEmpty(cacheRegion, current));
                    return null;
                });
            }
        } finally {
            joinLock.unlock();
        }
    }

    private void forgetIfEmpty(CacheRegion cacheRegion, OpenDatabase current) {
        if (cacheRegion.sizeIn(current).filter(CacheSize.NONE::equals).isPresent()) {
            regions.values().remove(cacheRegion);
            cacheRegion.end();
            current.change(() -> current.metadata().drop(cacheRegion.cache()));
        }
    }

    Iterable<CacheRegion> regions() {
        return regions.values();
    }

    /** The stamps of tags. Nothing is stored for them until the first call. */
    StoredTagStamps stamps() {
        StoredTagStamps known = stamps;
        if (known == null) {
            LockWaitLimit.lock(joinLock);
            try {
                known = stamps == null ? new StoredTagStamps(this) : stamps;
                stamps = known;
            } finally {
                joinLock.unlock();
            }
        }
        return Objects.requireNonNull(known);
    }

    KeyStripes keyStripes() {
        return keyStripes;
    }

    public OpenDatabase currentDatabase() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
        return openDatabase;
    }

    DB db() {
        return openDatabase.db();
    }

    public boolean isClosed() {
        return closed;
    }

    long defaultMaxBytes() {
        return databaseSource.defaultMaxBytes();
    }

    /**
     * Runs a read or a change. If the database fails meanwhile, this runs it once more on the replacement. If the
     * database was migrated meanwhile, it runs again on the new one, however often that happens.
     */
    public <T extends @Nullable Object> T attempt(Function<OpenDatabase, T> work) {
        boolean replaced = false;
        while (true) {
            OpenDatabase tried = usableDatabase();
            try {
                return work.apply(tried);
            } catch (RejectedWriteException rejected) {
                throw rejected;
            } catch (Error | RuntimeException failure) {
                if (closed) {
                    throw new IllegalStateException(CLOSED, failure);
                }
                if (failure instanceof DatabaseReplacedException || tried.isRetired()) {
                    awaitMove();
                } else if (replaced || concernsOnlyCaller(failure)) {
                    throw failure;
                } else {
                    tried.fault = failure;
                    replaced = true;
                }
            }
        }
    }

    /** The database in use. If it has failed, this call replaces it first. */
    private OpenDatabase usableDatabase() {
        OpenDatabase current = currentDatabase();
        Throwable fault = current.fault;
        if (fault == null) {
            return current;
        }
        replace(current, fault);
        return currentDatabase();
    }

    /**
     * Whether an error concerns only the thread that threw it, not the database. If that thread was changing something,
     * the database has a {@link OpenDatabase#fault} anyway. An InternalError is thrown by an unreadable mapped file, so
     * it concerns the database.
     */
    @SuppressWarnings("removal") // for ThreadDeath, which Java 17 still throws where a thread is stopped
    private static boolean concernsOnlyCaller(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof InternalError)
                || failure instanceof ThreadDeath
                || failure instanceof LinkageError;
    }

    private void awaitMove() {
        LockWaitLimit.lock(replacing);
        replacing.unlock();
    }

    private void replace(OpenDatabase failed, Throwable cause) {
        LockWaitLimit.lock(replacing);
        try {
            if (openDatabase == failed && !closed) {
                openDatabase = databaseSource.replace(failed, cause);
            }
        } finally {
            replacing.unlock();
        }
    }

    /** Commits all changes up to now, so that they survive a crash, if the database supports that. */
    public void commit() {
        if (!closed) {
            attempt(current -> {
                keyStripes.runExclusively(() -> current.commit(sizes()));
                return null;
            });
        }
    }

    /** Opens the map of a cache. The caller keeps writers out. */
    CacheMap openMap(OpenDatabase in, String cache) {
        if (in.isRetired()) {
            throw new DatabaseReplacedException();
        }
        CacheMap opened = CacheMap.open(in, cache);
        OnlineMigration current = onlineMigration;
        opened.mirrorTo(current == null || current.from() != in ? null : current.dualWriter(cache));
        return opened;
    }

    /** Begins to migrate all caches to a new database. Returns null if there is no need. */
    public @Nullable OnlineMigration beginMigration() {
        OpenDatabase used = currentDatabase();
        OpenDatabase target = databaseSource.openMigrationTarget(used);
        return target == null ? null : startMigration(used, target);
    }

    private OnlineMigration startMigration(OpenDatabase used, OpenDatabase target) {
        try {
            return keyStripes.withoutWriters(() -> {
                refuseIfNot(used);
                OnlineMigration migration = new OnlineMigration(keyStripes, used, target);
                mirrorTo(migration);
                return migration;
            });
        } catch (RuntimeException | Error failure) {
            cancelMigration(target);
            throw failure;
        }
    }

    /** Cancels the migration that {@link #beginMigration} began. The database in use stays in use. */
    public void cancelMigration(OpenDatabase target) {
        keyStripes.runExclusively(() -> mirrorTo(null));
        if (!closed) {
            databaseSource.discard(target);
        }
    }

    private void mirrorTo(@Nullable OnlineMigration next) {
        onlineMigration = next;
        regions.values().forEach(cacheRegion -> cacheRegion.mirrorTo(next));
    }

    private void refuseIfNot(OpenDatabase used) {
        if (closed || openDatabase != used || used.fault != null) {
            throw new DatabaseReplacedException();
        }
    }

    /** Completes the migration after all entries have been copied: the new database comes into use. */
    public void finishMigration(OnlineMigration done) {
        LockWaitLimit.lock(replacing);
        try {
            keyStripes.runExclusively(() -> {
                refuseIfNot(done.from());
                openDatabase.change(() -> openDatabase.metadata().save(sizes()));
                done.copyMetadata();
                switchOver(done);
            });
        } finally {
            replacing.unlock();
        }
    }

    private void switchOver(OnlineMigration done) {
        OpenDatabase before = openDatabase;
        try {
            OpenDatabase next = databaseSource.switchTo(before, done.to());
            regions.values().forEach(cacheRegion -> cacheRegion.switchTo(before, next));
            openDatabase = next;
        } catch (RuntimeException | Error failure) {
            if (!before.isRetired()) {
                throw failure;
            }
            before.markFailed();
            openDatabase = databaseSource.replace(before, failure);
        } finally {
            if (openDatabase != before) {
                onlineMigration = null;
            }
        }
    }

    private Map<String, CacheSize> sizes() {
        Map<String, CacheSize> amounts = new HashMap<>();
        regions.forEach((cache, cacheRegion) ->
                cacheRegion.sizeIn(openDatabase).ifPresent(cacheSize -> amounts.put(cache, cacheSize)));
        return amounts;
    }

    void close() {
        maintenanceThread.stop();
        LockWaitLimit.lock(replacing);
        try {
            if (!closed) {
                try {
                    keyStripes.runExclusively(() -> {
                        closed = true;
                        closeAll();
                    });
                } catch (RejectedWriteException stuck) {
                    // The stuck thread may still write. The file stays locked, and the next process won't trust it.
                    closed = true;
                    throw stuck;
                }
            }
        } finally {
            replacing.unlock();
        }
    }

    private void closeAll() {
        try {
            if (onlineMigration != null) {
                databaseSource.discard(onlineMigration.to());
            }
        } finally {
            databaseSource.close(openDatabase, sizes());
        }
    }
}
