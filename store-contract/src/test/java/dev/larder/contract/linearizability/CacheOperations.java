package dev.larder.contract.linearizability;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * The operations of a cache on one key, each of which must appear to happen in one moment. Lincheck makes
 * thousands of these, so they share a cache for each address, in which each has two keys of its own.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:1")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public abstract class CacheOperations {
    private static final Map<String, Cache<String, Integer>> CACHES = new ConcurrentHashMap<>();
    private static final AtomicLong COUNT = new AtomicLong();

    final Cache<String, Integer> cache;
    private final String prefix = COUNT.incrementAndGet() + "-";

    CacheOperations(String address) {
        cache = CACHES.computeIfAbsent(address, CacheOperations::open);
    }

    private static Cache<String, Integer> open(String address) {
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), CacheOperations.class.getClassLoader(), new Properties())
                .createCache(
                        "linearizable",
                        new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
    }

    final String at(int key) {
        return prefix + key;
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
        return cache.get(at(key));
    }

    @Operation
    public boolean containsKey(@Param(name = "key") int key) {
        return cache.containsKey(at(key));
    }

    @Operation
    public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
        cache.put(at(key), value);
    }

    @Operation
    public Integer getAndPut(@Param(name = "key") int key, @Param(name = "value") int value) {
        return cache.getAndPut(at(key), value);
    }

    @Operation
    public boolean putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
        return cache.putIfAbsent(at(key), value);
    }

    @Operation
    public boolean remove(@Param(name = "key") int key) {
        return cache.remove(at(key));
    }

    @Operation
    public boolean removeValue(@Param(name = "key") int key, @Param(name = "value") int value) {
        return cache.remove(at(key), value);
    }

    @Operation
    public Integer getAndRemove(@Param(name = "key") int key) {
        return cache.getAndRemove(at(key));
    }

    @Operation
    public boolean replace(@Param(name = "key") int key, @Param(name = "value") int value) {
        return cache.replace(at(key), value);
    }

    @Operation
    public boolean replaceValue(
            @Param(name = "key") int key, @Param(name = "value") int value, @Param(name = "value") int next) {
        return cache.replace(at(key), value, next);
    }

    @Operation
    public Integer getAndReplace(@Param(name = "key") int key, @Param(name = "value") int value) {
        return cache.getAndReplace(at(key), value);
    }

    @Operation
    public int increment(@Param(name = "key") int key) {
        return cache.invoke(at(key), (entry, none) -> {
            int next = entry.exists() ? entry.getValue() + 1 : 1;
            entry.setValue(next);
            return next;
        });
    }
}
