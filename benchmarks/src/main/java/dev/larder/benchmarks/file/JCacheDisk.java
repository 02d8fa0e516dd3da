package dev.larder.benchmarks.file;

import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** Larder, through the standard's interface and by value. */
final class JCacheDisk implements Disk {
    private final CacheManager manager;
    private final Cache<Integer, byte[]> cache;

    JCacheDisk(String address) {
        manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), JCacheDisk.class.getClassLoader());
        cache = manager.createCache(
                "benchmark", new MutableConfiguration<Integer, byte[]>().setTypes(Integer.class, byte[].class));
    }

    @Override
    public byte @Nullable [] get(int key) {
        return cache.get(key);
    }

    @Override
    public void put(int key, byte[] value) {
        cache.put(key, value);
    }

    @Override
    public void close() {
        manager.close();
    }
}
