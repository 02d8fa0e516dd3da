package dev.larder.mapdb.database;

import dev.larder.mapdb.Bound;
import dev.larder.mapdb.CacheSize;
import dev.larder.mapdb.compaction.DualWriter;
import dev.larder.mapdb.eviction.AccessAges;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** What one cache holds in one open database. Whoever writes holds the key's stripe. */
public final class CacheMap {
    static final Serializer<byte[]> KEYS = new KeySerializer();
    static final Serializer<ChecksummedRecord> VALUES = new ChecksummedRecordSerializer();

    private final OpenDatabase openDatabase;
    private final HTreeMap<byte[], ChecksummedRecord> map;
    private final AtomicLong entries;
    private final AtomicLong bytes;
    private final AccessAges accessAges;
    private volatile boolean mortal;
    private volatile @Nullable DualWriter dualWriter;
    private volatile boolean left;

    private CacheMap(OpenDatabase openDatabase, HTreeMap<byte[], ChecksummedRecord> map, CacheSize cacheSize) {
        this.openDatabase = openDatabase;
        this.map = map;
        this.entries = new AtomicLong(cacheSize.entries());
        this.bytes = new AtomicLong(cacheSize.bytes());
        this.accessAges = new AccessAges(cacheSize.entries());
        this.mortal = cacheSize.entries() > 0;
    }

    private CacheMap(OpenDatabase openDatabase, HTreeMap<byte[], ChecksummedRecord> map, CacheMap before) {
        this.openDatabase = openDatabase;
        this.map = map;
        this.entries = before.entries;
        this.bytes = before.bytes;
        this.accessAges = before.accessAges;
        this.mortal = before.mortal;
    }

    public static CacheMap open(OpenDatabase openDatabase, String cache) {
        DatabaseMetadata databaseMetadata = openDatabase.catalogue();
        HTreeMap<byte[], ChecksummedRecord> map = databaseMetadata.holds(cache)
                ? databaseMetadata.map(cache)
                : openDatabase.changing(() -> databaseMetadata.map(cache));
        CacheSize saved = openDatabase.catalogue().amount(cache);
        return new CacheMap(openDatabase, map, saved == null ? counted(map) : saved);
    }

    // Only in a database of the application's that was not told of its end.
    private static CacheSize counted(HTreeMap<byte[], ChecksummedRecord> map) {
        long entries = 0;
        long bytes = 0;
        for (var each : map.entrySet()) {
            entries++;
            bytes += ChecksummedRecord.weight(each.getKey(), each.getValue().record());
        }
        return new CacheSize(entries, bytes);
    }

    /** The same in another database, to which all has moved. Nobody writes meanwhile. */
    public CacheMap moved(OpenDatabase to, String cache) {
        leave();
        return new CacheMap(to, to.catalogue().map(cache), this);
    }

    /** From now on nobody shall change anything here. Nobody writes meanwhile. */
    public void leave() {
        left = true;
    }

    /**
     * Asked by whoever changes something, in the stripe.
     *
     * @throws DatabaseReplacedException if this is no longer what the cache holds
     */
    public void refuseIfLeft() {
        if (left || openDatabase.fault != null) {
            throw new DatabaseReplacedException();
        }
    }

    /** Has each change made a second time from now on, null for no longer. Nobody writes meanwhile. */
    public void reflectIn(@Nullable DualWriter other) {
        dualWriter = other;
    }

    public OpenDatabase vessel() {
        return openDatabase;
    }

    public HTreeMap<byte[], ChecksummedRecord> map() {
        return map;
    }

    public AccessAges heat() {
        return accessAges;
    }

    public CacheSize amount() {
        return new CacheSize(entries.get(), bytes.get());
    }

    public boolean isPassing(Bound bound) {
        return bound.isPassed(entries.get(), bytes.get());
    }

    /** Whether there may be entries that expire. */
    public boolean isMortal() {
        return mortal;
    }

    public @Nullable ByteEntry read(byte[] key) {
        try {
            ChecksummedRecord found = map.get(key);
            return found == null ? null : found.open(key);
        } catch (RuntimeException | Error failure) {
            refuseIfLeft();
            throw failure;
        }
    }

    /** Puts, or removes if null, and gives what was there. */
    public @Nullable ByteEntry set(ByteKey key, @Nullable ByteEntry next) {
        refuseIfLeft();
        ChecksummedRecord checksummedRecord = next == null ? null : prepared(key, next);
        ChecksummedRecord before = changed(key, checksummedRecord);
        return before == null ? null : before.open(key.bytes());
    }

    private ChecksummedRecord prepared(ByteKey key, ByteEntry next) {
        mortal |= next.expiry() != Stored.ETERNAL;
        accessAges.grow(entries.get());
        accessAges.touch(key);
        return ChecksummedRecord.of(key.bytes(), next.bytes());
    }

    // Whatever stops this may leave half a change behind, an error of the caller's thread included.
    private @Nullable ChecksummedRecord changed(ByteKey key, @Nullable ChecksummedRecord next) {
        try {
            ChecksummedRecord before = next == null ? map.remove(key.bytes()) : map.put(key.bytes(), next);
            reflect(key, next);
            count(key.bytes(), before, next);
            return before;
        } catch (RuntimeException | Error stopped) {
            openDatabase.fault = stopped;
            throw stopped;
        }
    }

    private void reflect(ByteKey key, @Nullable ChecksummedRecord next) {
        DualWriter also = dualWriter;
        if (also != null) {
            also.set(key.bytes(), next);
        }
    }

    private void count(byte[] key, @Nullable ChecksummedRecord before, @Nullable ChecksummedRecord next) {
        int more = (next == null ? 0 : 1) - (before == null ? 0 : 1);
        if (more != 0) {
            entries.addAndGet(more);
        }
        long added = next == null ? 0 : ChecksummedRecord.weight(key, next.record());
        long gone = before == null ? 0 : ChecksummedRecord.weight(key, before.record());
        bytes.addAndGet(added - gone);
    }

    /** Forgets all. No one writes meanwhile. */
    public void clear() {
        refuseIfLeft();
        openDatabase.change(() -> {
            map.clear();
            if (dualWriter != null) {
                dualWriter.clear();
            }
            entries.set(0);
            bytes.set(0);
        });
    }
}
