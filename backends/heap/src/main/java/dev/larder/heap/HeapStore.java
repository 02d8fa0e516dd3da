package dev.larder.heap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The entries of one cache in a Caffeine cache. */
final class HeapStore implements ObjectStore {
    private static final Set<Ability> ABILITIES = Set.of(Ability.BLIND_PUT, Ability.SWAP);

    private final Cache<Object, Object> cache;
    private final ConcurrentMap<Object, Object> map;
    private final Policy<Object, Object> policy;
    private final Recency recency;
    private final LongAdder evictions = new LongAdder();
    private final boolean inPlace;

    /**
     * @param builder with the bound that is to be kept
     * @param entries about how many entries there will be
     * @param inPlace whether an entry may be replaced without the bound being told
     */
    HeapStore(Caffeine<Object, Object> builder, long entries, boolean inPlace) {
        this.cache = builder.evictionListener((key, slot, cause) -> evictions.increment())
                .build();
        this.map = cache.asMap();
        this.policy = cache.policy();
        this.recency = new Recency(entries);
        this.inPlace = inPlace;
    }

    @Override
    public @Nullable ObjectEntry read(Object key) {
        Object slot = find(key);
        return slot == null ? null : entryIn(slot);
    }

    @Override
    public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        if (expected == null) {
            return insert(key, Objects.requireNonNull(next));
        }
        while (true) {
            Object slot = find(key);
            ObjectEntry current = slot == null ? null : entryIn(slot);
            if (slot == null || current != expected) {
                return current;
            }
            if (replace(key, slot, expected, next)) {
                return expected;
            }
        }
    }

    @Override
    public @Nullable ObjectEntry swap(Object key, @Nullable ObjectEntry next) {
        while (true) {
            Object slot = find(key);
            ObjectEntry current = slot == null ? null : entryIn(slot);
            if (slot == null || current == null) {
                if (next == null || insert(key, next) == null) {
                    return null;
                }
            } else if (replace(key, slot, current, next)) {
                return current;
            }
        }
    }

    @Override
    public void put(Object key, ObjectEntry next) {
        swap(key, next);
    }

    private @Nullable Object find(Object key) {
        return recency.isNews(key) ? cache.getIfPresent(key) : policy.getIfPresentQuietly(key);
    }

    private @Nullable ObjectEntry insert(Object key, ObjectEntry next) {
        while (true) {
            Object slot = map.putIfAbsent(key, next);
            if (slot == null) {
                recency.arrived(cache.estimatedSize());
                return null;
            }
            ObjectEntry current = entryIn(slot);
            if (current != null) {
                return current;
            }
            map.remove(key, slot);
        }
    }

    private boolean replace(Object key, Object slot, ObjectEntry expected, @Nullable ObjectEntry next) {
        if (slot instanceof Cell cell) {
            boolean replaced = cell.replace(expected, next);
            if (replaced && next == null) {
                map.remove(key, cell);
            }
            return replaced;
        }
        return next == null ? map.remove(key, slot) : map.replace(key, slot, inPlace ? new Cell(next) : next);
    }

    static @Nullable ObjectEntry entryIn(Object slot) {
        return slot instanceof Cell cell ? cell.get() : (ObjectEntry) slot;
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return new LiveSlots(map.entrySet().iterator());
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public long evictions() {
        return evictions.sum();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(cache) ? type.cast(cache) : null;
    }

    @Override
    public void close() {
        clear();
    }
}
