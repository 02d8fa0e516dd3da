package dev.larder.benchmarks.memcached;

import java.net.URI;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/** Larder through {@code javax.cache}: values encoded, checked, copied; a stamp read with each. */
final class LarderRival implements Rival {
    private final CacheManager manager;
    private final Cache<String, byte[]> cache;

    LarderRival(String address) {
        manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), LarderRival.class.getClassLoader());
        cache = manager.createCache(
                "bench", new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
    }

    /** The cache itself. */
    Cache<String, byte[]> cache() {
        return cache;
    }

    @Override
    public byte[] get(String key) {
        return cache.get(key);
    }

    @Override
    public void set(String key, byte[] value) {
        cache.put(key, value);
    }

    @Override
    public void change(String key, byte[] value) {
        cache.invoke(key, (entry, arguments) -> {
            byte[] before = entry.getValue();
            entry.setValue(value);
            return before == null ? 0 : before.length;
        });
    }

    @Override
    public int getAll(Set<String> keys) {
        return cache.getAll(keys).size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
