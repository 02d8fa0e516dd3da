package dev.larder.mapdb;

import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One cache of one manager. */
public final class MapDbStore implements ByteStore {
    public static final int MAX_KEY_BYTES = 1_000;
    private static final int MAX_ENTRY_BYTES = 128 << 20;

    private final CacheRegion cacheRegion;
    private final Clock clock;
    private final int maxEntryBytes;
    private final long evictionsBefore;
    private final AtomicBoolean closed = new AtomicBoolean();

    MapDbStore(CacheRegion cacheRegion, Bound bound, Clock clock) {
        this.cacheRegion = cacheRegion;
        this.clock = clock;
        this.maxEntryBytes = (int) Math.min(bound.bytes(), MAX_ENTRY_BYTES);
        this.evictionsBefore = cacheRegion.evictions().get();
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return cacheRegion.read(key);
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return expected == null && next == null ? read(key) : cacheRegion.exchange(key, expected, next);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return cacheRegion.swap(key, next);
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        cacheRegion.swap(key, next);
    }

    /** In a cache whose policy is eternal, an entry that expires has a lifetime of its own. */
    @Override
    public boolean mayHoldOwnLifetimes() {
        return cacheRegion.mayExpire();
    }

    @Override
    public void clear() {
        cacheRegion.clear();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return cacheRegion
                .sharedDatabase()
                .attempt(openDatabase -> new CacheScan(cacheRegion, cacheRegion.mapIn(openDatabase)));
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.CHANGE_EVENTS));
    }

    @Override
    public long evictions() {
        return cacheRegion.evictions().get() - evictionsBefore;
    }

    @Override
    public int maxKeyBytes() {
        return MAX_KEY_BYTES;
    }

    @Override
    public int maxEntryBytes() {
        return maxEntryBytes;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(cacheRegion.sharedDatabase().db())
                ? type.cast(cacheRegion.sharedDatabase().db())
                : null;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            cacheRegion.sharedDatabase().closeRegion(cacheRegion, clock);
        }
    }
}
