package dev.larder.mapdb;

import dev.larder.mapdb.compaction.OnlineMigration;
import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.CacheSize;
import dev.larder.mapdb.database.EntryCursor;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.eviction.BoundedCache;
import dev.larder.mapdb.eviction.Evictor;
import dev.larder.mapdb.lock.LockWaitLimit;
import dev.larder.mapdb.lock.RejectedWriteException;
import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cache in a database, shared by all stores that are open on it. */
final class CacheRegion implements BoundedCache {
    private final SharedDatabase sharedDatabase;
    private final String cache;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicLong evictions = new AtomicLong();
    private final List<Clock> clocks = new CopyOnWriteArrayList<>();
    private final Evictor evictor = new Evictor(this);
    private volatile @Nullable CacheMap cacheMap;
    private volatile boolean ended;

    CacheRegion(SharedDatabase sharedDatabase, String cache) {
        this.sharedDatabase = sharedDatabase;
        this.cache = cache;
    }

    /** The map of this cache in the database that is in use. */
    CacheMap mapIn(OpenDatabase openDatabase) {
        if (ended) {
            throw new RejectedWriteException("cache '" + cache + "' is closed");
        }
        CacheMap known = mapIfOpen(openDatabase);
        return known == null ? openMap(openDatabase) : known;
    }

    private CacheMap openMap(OpenDatabase openDatabase) {
        LockWaitLimit.lock(opening);
        try {
            CacheMap known = cacheMap;
            if (known == null || known.openDatabase() != openDatabase) {
                // Creating a map changes many records. A commit must not run in the middle of it.
                sharedDatabase
                        .keyStripes()
                        .runExclusively(() -> cacheMap = sharedDatabase.openMap(openDatabase, cache));
                known = Objects.requireNonNull(cacheMap);
            }
            return known;
        } finally {
            opening.unlock();
        }
    }

    @Nullable
    ByteEntry read(ByteKey key) {
        return sharedDatabase.attempt(openDatabase -> {
            CacheMap cacheMap = mapIn(openDatabase);
            cacheMap.accessAges().touch(key);
            return cacheMap.read(key.bytes());
        });
    }

    /** See {@link dev.larder.spi.Store#exchange}. */
    @Nullable
    ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        ByteEntry witness = sharedDatabase.attempt(openDatabase -> {
            CacheMap cacheMap = ready(openDatabase, next);
            ReentrantLock lock = sharedDatabase.keyStripes().lockOf(key.bytes());
            LockWaitLimit.lock(lock);
            try {
                ByteEntry found = cacheMap.read(key.bytes());
                if (!isSame(found, expected)) {
                    return found;
                }
                cacheMap.set(key, next);
                return expected;
            } finally {
                lock.unlock();
            }
        });
        evictor.keepBound();
        return witness;
    }

    /** See {@link dev.larder.spi.Store#swap}. */
    @Nullable
    ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        ByteEntry before = sharedDatabase.attempt(openDatabase -> {
            CacheMap cacheMap = ready(openDatabase, next);
            ReentrantLock lock = sharedDatabase.keyStripes().lockOf(key.bytes());
            LockWaitLimit.lock(lock);
            try {
                return cacheMap.set(key, next);
            } finally {
                lock.unlock();
            }
        });
        evictor.keepBound();
        return before;
    }

    private CacheMap ready(OpenDatabase openDatabase, @Nullable ByteEntry next) {
        if (next != null) {
            openDatabase.makeRoom(next.bytes().length);
        }
        if (openDatabase.isCommitDue()) {
            sharedDatabase.commit();
        }
        return mapIn(openDatabase);
    }

    private static boolean isSame(@Nullable ByteEntry found, @Nullable ByteEntry expected) {
        if (found == null || expected == null) {
            return found == null && expected == null;
        }
        return found.version() == expected.version();
    }

    /** A cursor over the entries of a map. {@code values} says whether it reads records too, or keys alone. */
    EntryCursor cursor(CacheMap cacheMap, boolean values) {
        return new EntryCursor(cacheMap, sharedDatabase.keyStripes(), values);
    }

    @Override
    public EntryCursor keys(CacheMap map) {
        return cursor(map, false);
    }

    @Override
    public void attempt(Consumer<CacheMap> work) {
        sharedDatabase.attempt(openDatabase -> {
            work.accept(mapIn(openDatabase));
            return null;
        });
    }

    void clear() {
        attempt(cacheMap -> sharedDatabase.keyStripes().runExclusively(cacheMap::clear));
    }

    /**
     * Removes an entry if it matches {@code old}. Returns false if it doesn't match or is absent. A damaged record
     * reads as absent and is removed as well.
     */
    boolean remove(CacheMap cacheMap, byte[] key, Predicate<ByteEntry> old) {
        ByteKey known = new ByteKey(key);
        ReentrantLock lock = sharedDatabase.keyStripes().lockOf(key);
        LockWaitLimit.lock(lock);
        try {
            cacheMap.refuseIfRetired();
            ByteEntry found = cacheMap.read(key);
            if (found != null && !old.test(found)) {
                return false;
            }
            cacheMap.set(known, null);
            return found != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void evict(CacheMap map, byte[] key) {
        if (remove(map, key, entry -> true)) {
            evictions.incrementAndGet();
        }
    }

    /** Ends the use of this cache, which is empty. The caller keeps writers out. */
    void end() {
        ended = true;
        CacheMap known = cacheMap;
        if (known != null) {
            known.retire();
        }
    }

    /**
     * From now on makes each change in the target of the migration too; null ends that. The caller keeps writers out.
     */
    void mirrorTo(@Nullable OnlineMigration onlineMigration) {
        CacheMap known = cacheMap;
        if (known != null) {
            known.mirrorTo(
                    onlineMigration == null || onlineMigration.from() != known.openDatabase()
                            ? null
                            : onlineMigration.dualWriter(cache));
        }
    }

    /** Switches to the database to which all entries have moved. The caller keeps writers out. */
    void switchTo(OpenDatabase from, OpenDatabase to) {
        CacheMap known = mapIfOpen(from);
        if (known != null) {
            cacheMap = known.openIn(to, cache);
        }
    }

    SharedDatabase sharedDatabase() {
        return sharedDatabase;
    }

    /** Registers a store that was opened on this cache. */
    void addStore(Bound bound, Clock clock) {
        evictor.bound(bound);
        clocks.add(clock);
    }

    /** Unregisters a closed store. Returns true if it was the last one. */
    boolean removeStore(Clock clock) {
        clocks.remove(clock);
        return clocks.isEmpty();
    }

    /** Whether there may be entries that expire. */
    boolean mayExpire() {
        CacheMap known = cacheMap;
        return known == null || known.mayExpire();
    }

    String cache() {
        return cache;
    }

    /** The map of this cache if it is open in that database, otherwise null. */
    @Nullable
    CacheMap mapIfOpen(OpenDatabase openDatabase) {
        CacheMap known = cacheMap;
        return known != null && known.openDatabase() == openDatabase ? known : null;
    }

    @Override
    public @Nullable CacheMap mapIfOpen() {
        return mapIfOpen(sharedDatabase.currentDatabase());
    }

    /** The time of the slowest clock: an entry that has expired by it has expired for all stores. */
    long now() {
        return clocks.stream().mapToLong(Clock::millis).min().orElse(Long.MIN_VALUE);
    }

    AtomicLong evictions() {
        return evictions;
    }

    Optional<CacheSize> sizeIn(OpenDatabase openDatabase) {
        CacheMap known = cacheMap;
        return known == null || known.openDatabase() != openDatabase ? Optional.empty() : Optional.of(known.size());
    }
}
