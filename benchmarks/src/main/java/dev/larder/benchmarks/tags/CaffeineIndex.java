package dev.larder.benchmarks.tags;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Caffeine with a set of keys for each tag, as one writes it by hand. It forgets no key that leaves otherwise. */
final class CaffeineIndex implements Way {
    private final Cache<String, byte[]> cache;
    private final Map<String, Set<String>> index = new ConcurrentHashMap<>();

    CaffeineIndex(int bound) {
        cache = Caffeine.newBuilder().maximumSize(bound).build();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return cache.getIfPresent(key);
    }

    @Override
    public void put(String key, byte[] value, Set<String> tags) {
        cache.put(key, value);
        for (String each : tags) {
            index.computeIfAbsent(each, unused -> ConcurrentHashMap.newKeySet()).add(key);
        }
    }

    @Override
    public void fill(String tag, int count, byte[] value) {
        for (int i = 0; i < count; i++) {
            put(Way.key(tag, i), value, Set.of(tag));
        }
    }

    @Override
    public void invalidate(String tag) {
        Set<String> keys = index.remove(tag);
        if (keys != null) {
            cache.invalidateAll(keys);
        }
    }

    @Override
    public void close() {
        cache.invalidateAll();
    }
}
