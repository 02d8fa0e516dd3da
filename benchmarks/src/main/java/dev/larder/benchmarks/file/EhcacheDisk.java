package dev.larder.benchmarks.file;

import java.net.URI;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.EntryUnit;
import org.ehcache.config.units.MemoryUnit;
import org.ehcache.core.config.DefaultConfiguration;
import org.ehcache.impl.config.persistence.DefaultPersistenceConfiguration;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.jspecify.annotations.Nullable;

/** Ehcache with next to nothing on the heap, so that it is the disk that is measured. */
final class EhcacheDisk implements Disk {
    private static final int SIZE_GB = 8;

    private final CacheManager manager;
    private final Cache<Integer, byte[]> cache;

    EhcacheDisk(Path folder) {
        EhcacheCachingProvider provider =
                (EhcacheCachingProvider) Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider");
        DefaultConfiguration configuration = new DefaultConfiguration(
                java.util.Map.of(
                        "benchmark",
                        CacheConfigurationBuilder.newCacheConfigurationBuilder(
                                        Integer.class,
                                        byte[].class,
                                        ResourcePoolsBuilder.newResourcePoolsBuilder()
                                                .heap(1, EntryUnit.ENTRIES)
                                                .disk(SIZE_GB, MemoryUnit.GB, true))
                                .build()),
                EhcacheDisk.class.getClassLoader(),
                new DefaultPersistenceConfiguration(folder.toFile()));
        manager = provider.getCacheManager(URI.create("file:benchmark"), configuration);
        cache = manager.getCache("benchmark", Integer.class, byte[].class);
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
