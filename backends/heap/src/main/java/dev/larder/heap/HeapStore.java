package dev.larder.heap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The entries of one cache in a Caffeine cache. */
final class HeapStore implements ObjectStore {
    private static final Set<Ability> ABILITIES = Set.of(Ability.BLIND_PUT, Ability.SWAP);

    private final Cache<Object, ObjectEntry> cache;
    private final ConcurrentMap<Object, ObjectEntry> map;

    HeapStore(Caffeine<Object, ? super ObjectEntry> builder) {
        this.cache = builder.executor(Runnable::run).build();
        this.map = cache.asMap();
    }

    @Override
    public @Nullable ObjectEntry read(Object key) {
        return cache.getIfPresent(key);
    }

    @Override
    public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        if (expected == null) {
            return map.putIfAbsent(key, java.util.Objects.requireNonNull(next));
        }
        while (true) {
            boolean exchanged = next == null ? map.remove(key, expected) : map.replace(key, expected, next);
            if (exchanged) {
                return expected;
            }
            ObjectEntry witness = cache.policy().getIfPresentQuietly(key);
            if (witness != expected) {
                return witness;
            }
        }
    }

    @Override
    public @Nullable ObjectEntry swap(Object key, @Nullable ObjectEntry next) {
        return next == null ? map.remove(key) : map.put(key, next);
    }

    @Override
    public void put(Object key, ObjectEntry next) {
        cache.put(key, next);
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return map.entrySet().iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
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
