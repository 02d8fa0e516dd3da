package dev.larder.contract.process;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/** A JVM that increments counters. Arguments: address, threads, increments of each thread, keys. */
public final class IncrementingJvm {
    private static final String CACHE = "counters";

    private IncrementingJvm() {}

    /** Returns when all increments are done. */
    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        int threads = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        int keys = Integer.parseInt(arguments[3]);
        try (CacheManager manager = manager(arguments[0])) {
            Cache<String, Integer> cache = counters(manager);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int first = i;
                running.add(pool.submit(() -> increment(cache, first, times, keys)));
            }
            for (Future<?> each : running) {
                each.get();
            }
            pool.shutdown();
        }
    }

    /** Opens a manager for the store at an address. */
    public static CacheManager manager(String address) {
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), IncrementingJvm.class.getClassLoader());
    }

    static Cache<String, Integer> counters(CacheManager manager) {
        return manager.createCache(
                CACHE, new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
    }

    /** Alternates between the ways to increment that must lose nothing. */
    private static void increment(Cache<String, Integer> cache, int first, int times, int keys) {
        for (int i = 0; i < times; i++) {
            String key = "k" + (first + i) % keys;
            if (i % 3 == 0) {
                byReplacing(cache, key);
            } else {
                cache.invoke(key, (entry, arguments) -> {
                    Integer before = entry.getValue();
                    entry.setValue(before == null ? 1 : before + 1);
                    return null;
                });
            }
        }
    }

    private static void byReplacing(Cache<String, Integer> cache, String key) {
        while (!cache.putIfAbsent(key, 1)) {
            Integer before = cache.get(key);
            if (before != null && cache.replace(key, before, before + 1)) {
                return;
            }
        }
    }
}
