package dev.larder.mapdb.database;

import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** The entries of one cache in one open database. A writer holds the key's lock. */
public final class CacheMap {
    /** The bytes of the longest key. A longer one in a file can only be damage. */
    public static final int MAX_KEY_BYTES = 1_000;

    static final Serializer<byte[]> KEYS = new KeySerializer();
    static final Serializer<ChecksummedRecord> VALUES = new ChecksummedRecordSerializer();

    private final OpenDatabase openDatabase;
    private final HTreeMap<byte[], ChecksummedRecord> map;
    private final AtomicLong entries;
    private final AtomicLong bytes;
    private final AccessAges accessAges;
    private volatile boolean mayExpire;
    private volatile @Nullable DualWriter dualWriter;
    private volatile boolean retired;

    private CacheMap(OpenDatabase openDatabase, HTreeMap<byte[], ChecksummedRecord> map, CacheSize cacheSize) {
        this.openDatabase = openDatabase;
        this.map = map;
        this.entries = new AtomicLong(cacheSize.entries());
        this.bytes = new AtomicLong(cacheSize.bytes());
        this.accessAges = new AccessAges(cacheSize.entries());
        this.mayExpire = cacheSize.entries() > 0;
    }

    private CacheMap(OpenDatabase openDatabase, HTreeMap<byte[], ChecksummedRecord> map, CacheMap before) {
        this.openDatabase = openDatabase;
        this.map = map;
        this.entries = before.entries;
        this.bytes = before.bytes;
        this.accessAges = before.accessAges;
        this.mayExpire = before.mayExpire;
    }

    public static CacheMap open(OpenDatabase openDatabase, String cache) {
        DatabaseMetadata databaseMetadata = openDatabase.metadata();
        HTreeMap<byte[], ChecksummedRecord> map = databaseMetadata.hasCache(cache)
                ? databaseMetadata.map(cache)
                : openDatabase.changing(() -> databaseMetadata.map(cache));
        CacheSize saved = openDatabase.metadata().savedSize(cache);
        return new CacheMap(openDatabase, map, saved == null ? counted(map) : saved);
    }

    // Needed only for an application's database that was closed before its caches.
    private static CacheSize counted(HTreeMap<byte[], ChecksummedRecord> map) {
        long entries = 0;
        long bytes = 0;
        for (var each : map.entrySet()) {
            entries++;
            bytes += ChecksummedRecord.weight(each.getKey(), each.getValue().record());
        }
        return new CacheSize(entries, bytes);
    }

    /** The map of the same cache in the database to which all entries have moved. The caller keeps writers out. */
    public CacheMap openIn(OpenDatabase to, String cache) {
        retire();
        return new CacheMap(to, to.metadata().map(cache), this);
    }

    /** Refuses all further changes to this map. The caller keeps writers out. */
    public void retire() {
        retired = true;
    }

    /**
     * Refuses to go on if this map is no longer in use. A writer calls it under the key's lock.
     *
     * @throws DatabaseReplacedException if the cache has another map now
     */
    public void refuseIfRetired() {
        if (retired || openDatabase.fault != null) {
            throw new DatabaseReplacedException();
        }
    }

    /** From now on makes each change with the other writer too; null ends that. The caller keeps writers out. */
    public void mirrorTo(@Nullable DualWriter other) {
        dualWriter = other;
    }

    public OpenDatabase openDatabase() {
        return openDatabase;
    }

    HTreeMap<byte[], ChecksummedRecord> map() {
        return map;
    }

    public AccessAges accessAges() {
        return accessAges;
    }

    public CacheSize size() {
        return new CacheSize(entries.get(), bytes.get());
    }

    public boolean exceeds(Bound bound) {
        return bound.isExceeded(entries.get(), bytes.get());
    }

    /** Whether there may be entries that expire. */
    public boolean mayExpire() {
        return mayExpire;
    }

    public @Nullable ByteEntry read(byte[] key) {
        try {
            ChecksummedRecord found = map.get(key);
            return found == null ? null : found.open(key);
        } catch (RuntimeException | Error failure) {
            refuseIfRetired();
            throw failure;
        }
    }

    /** Puts an entry, or removes it if {@code next} is null. Returns the previous entry. */
    public @Nullable ByteEntry set(ByteKey key, @Nullable ByteEntry next) {
        refuseIfRetired();
        ChecksummedRecord checksummedRecord = next == null ? null : prepared(key, next);
        ChecksummedRecord before = changed(key, checksummedRecord);
        return before == null ? null : before.open(key.bytes());
    }

    private ChecksummedRecord prepared(ByteKey key, ByteEntry next) {
        mayExpire |= next.expiry() != Stored.ETERNAL;
        accessAges.grow(entries.get());
        accessAges.touch(key);
        return ChecksummedRecord.of(key.bytes(), next.bytes());
    }

    // Any failure, even an error of the caller's own thread, may leave half a change behind.
    private @Nullable ChecksummedRecord changed(ByteKey key, @Nullable ChecksummedRecord next) {
        try {
            ChecksummedRecord before = next == null ? map.remove(key.bytes()) : map.put(key.bytes(), next);
            mirrorChange(key, next);
            count(key.bytes(), before, next);
            return before;
        } catch (RuntimeException | Error stopped) {
            openDatabase.fault = stopped;
            throw stopped;
        }
    }

    private void mirrorChange(ByteKey key, @Nullable ChecksummedRecord next) {
        DualWriter mirror = dualWriter;
        if (mirror != null) {
            mirror.set(key.bytes(), next);
        }
    }

    private void count(byte[] key, @Nullable ChecksummedRecord before, @Nullable ChecksummedRecord next) {
        int entryDelta = (next == null ? 0 : 1) - (before == null ? 0 : 1);
        if (entryDelta != 0) {
            entries.addAndGet(entryDelta);
        }
        long addedBytes = next == null ? 0 : ChecksummedRecord.weight(key, next.record());
        long removedBytes = before == null ? 0 : ChecksummedRecord.weight(key, before.record());
        bytes.addAndGet(addedBytes - removedBytes);
    }

    /** Removes all entries. The caller keeps writers out. */
    public void clear() {
        refuseIfRetired();
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
