package dev.larder.benchmarks.tags;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.jspecify.annotations.Nullable;

/** Larder's tags over one of its stores. */
final class LarderWay implements Way {
    private static final int AT_ONCE = 1_000;

    private final CacheManager manager;
    private final LarderCache<String, byte[]> cache;
    private final LarderCache<String, byte[]> filled;

    LarderWay(String address) {
        manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), LarderWay.class.getClassLoader());
        cache = open("benchmark", configuration());
        filled = open("filled", configuration().setTagger((key, value) -> Set.of(key.substring(0, key.indexOf('/')))));
    }

    private static LarderConfiguration<String, byte[]> configuration() {
        return new LarderConfiguration<String, byte[]>()
                .setTypes(String.class, byte[].class)
                .setStoreByValue(false);
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, byte[]> open(String name, LarderConfiguration<String, byte[]> configuration) {
        return manager.createCache(name, configuration).unwrap(LarderCache.class);
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] found = cache.get(key);
        return found == null ? filled.get(key) : found;
    }

    @Override
    public void put(String key, byte[] value, Set<String> tags) {
        if (tags.isEmpty()) {
            cache.put(key, value);
        } else {
            cache.put(key, value, PutOptions.tags(tags));
        }
    }

    @Override
    public void leaseAndPut(String key, byte[] value, Set<String> tags) {
        if (!cache.put(key, value, cache.lease(tags))) {
            throw new IllegalStateException("a lease has ended without an invalidation");
        }
    }

    @Override
    public boolean knowsLeases() {
        return true;
    }

    @Override
    public void fill(String tag, int count, byte[] value) {
        Map<String, byte[]> some = new HashMap<>();
        for (int i = 0; i < count; i++) {
            some.put(Way.key(tag, i), value);
            if (some.size() == AT_ONCE || i + 1 == count) {
                filled.putAll(some);
                some.clear();
            }
        }
    }

    @Override
    public void invalidate(String tag) {
        cache.invalidateTags(Set.of(tag));
    }

    @Override
    public void close() {
        manager.close();
    }
}
