package dev.larder.mapdb;

import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One cache of one manager. */
final class MapDbStore implements ByteStore {
    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(
            EnumSet.of(Ability.READ_FREE_PUT, Ability.SWAP, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));
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
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        options.requireAbilities(ABILITIES);
        if (keys.size() == 1) {
            return Reply.of(cacheRegion.read(keys.get(0)), null);
        }
        List<@Nullable ByteEntry> entries = new ArrayList<>(keys.size());
        keys.forEach(key -> entries.add(cacheRegion.read(key)));
        return new Reply(entries, null);
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        options.requireAbilities(ABILITIES);
        if (writes.size() == 1) {
            return Reply.of(write(writes.get(0), options.mode()), null);
        }
        List<@Nullable ByteEntry> entries = new ArrayList<>(writes.size());
        writes.forEach(each -> entries.add(write(each, options.mode())));
        return new Reply(entries, null);
    }

    private @Nullable ByteEntry write(Write write, Mode mode) {
        ByteKey key = write.key();
        if (mode == Mode.EXCHANGE) {
            return write.expected() == null && write.next() == null
                    ? cacheRegion.read(key)
                    : cacheRegion.exchange(key, write.expected(), write.next());
        }
        ByteEntry previous = cacheRegion.swap(key, write.next());
        return mode == Mode.SWAP ? previous : null;
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
        return ABILITIES;
    }

    @Override
    public long evictions() {
        return cacheRegion.evictions().get() - evictionsBefore;
    }

    @Override
    public int maxKeyBytes() {
        return CacheMap.MAX_KEY_BYTES;
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
