package dev.larder.mapdb;

import dev.larder.mapdb.lock.LockWaitLimit;
import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import dev.larder.spi.Stamps;
import dev.larder.spi.Stored;
import dev.larder.spi.Wtf8;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * The stamps of tags in a database. They are the entries of a separate cache, so they are migrated, committed and lost
 * together with the entries that hold them. A stamp is the version of its record. Their number is bounded like that of
 * any cache; evicting a tag makes its entries absent. Recently used stamps are kept in memory.
 *
 * <p>A crash restores the last commit, entries and stamps alike. That commit must not predate an invalidation, so an
 * invalidation commits.
 */
final class StoredTagStamps implements Stamps {
    private static final String CACHE = "\0larder tags";
    private static final Pattern RESERVED_NAMES = Pattern.compile("\0+larder tags");
    private static final long MAX_TAGS = 1 << 20;
    private static final int RECORD = ByteEntry.EXPIRY_OFFSET + Long.BYTES;
    private static final int LONGEST = 900;
    private static final int SLOTS = 1 << 14;
    private static final int LOCKS = 1 << 6;

    private final SharedDatabase sharedDatabase;
    private final CacheRegion cacheRegion;
    private final AtomicReferenceArray<Slot> memory = new AtomicReferenceArray<>(SLOTS);
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    private record Slot(String tag, long stamp) {}

    StoredTagStamps(SharedDatabase sharedDatabase) {
        this.sharedDatabase = sharedDatabase;
        this.cacheRegion = sharedDatabase.openRegion(CACHE, new Bound(MAX_TAGS, Long.MAX_VALUE), Clock.SYSTEM);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** The name under which an application's cache is stored. It never equals the name of the stamps' own cache. */
    static String cacheNameFor(String cache) {
        return RESERVED_NAMES.matcher(cache).matches() ? '\0' + cache : cache;
    }

    @Override
    public long[] read(List<String> tags) {
        return tags.stream().mapToLong(tag -> cached(tag, this::readStored)).toArray();
    }

    @Override
    public long[] ensure(List<String> tags) {
        return tags.stream().mapToLong(tag -> cached(tag, this::readOrCreate)).toArray();
    }

    @Override
    public void renew(List<String> tags) {
        tags.forEach(tag -> remember(tag, this::storeNew));
        sharedDatabase.commit();
    }

    private long readStored(String tag) {
        ByteEntry found = cacheRegion.read(key(tag));
        return found == null ? NONE : found.version();
    }

    private long readOrCreate(String tag) {
        ByteEntry fresh = record();
        ByteEntry found = cacheRegion.exchange(key(tag), null, fresh);
        return found == null ? fresh.version() : found.version();
    }

    private long storeNew(String tag) {
        ByteEntry fresh = record();
        cacheRegion.swap(key(tag), fresh);
        return fresh.version();
    }

    private long cached(String tag, ToLongFunction<String> readOrCreate) {
        Slot slot = memory.get(slot(tag));
        return slot != null && slot.tag.equals(tag) ? slot.stamp : remember(tag, readOrCreate);
    }

    // Under a lock, so that an older stamp cannot overwrite a newer one in memory.
    private long remember(String tag, ToLongFunction<String> work) {
        int slot = slot(tag);
        ReentrantLock lock = locks[slot % LOCKS];
        LockWaitLimit.lock(lock);
        try {
            long stamp = work.applyAsLong(tag);
            if (stamp != NONE) {
                memory.set(slot, new Slot(tag, stamp));
            }
            return stamp;
        } finally {
            lock.unlock();
        }
    }

    private static int slot(String tag) {
        int hash = tag.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }

    private static ByteEntry record() {
        ByteBuffer record = ByteBuffer.allocate(RECORD);
        record.putLong(ByteEntry.VERSION_OFFSET, Stamps.fresh());
        record.putLong(ByteEntry.EXPIRY_OFFSET, Stored.ETERNAL);
        return ByteEntry.of(record.array(), null);
    }

    private static ByteKey key(String tag) {
        byte[] text = Wtf8.encode(tag);
        try {
            return new ByteKey(
                    text.length <= LONGEST
                            ? text
                            : MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
