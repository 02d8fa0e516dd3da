package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers overflow their stack in the middle of a call. No entry is lost, and no other thread is blocked. */
final class OverflowTest {
    private static final int KEYS = 50;
    private static final int ROUNDS = 10;
    private static final int CALLS = 2;

    @TempDir
    Path folder;

    private Cache<String, String> cache;

    @ParameterizedTest
    @CsvSource({"memory, false", "memory, true", "file, false", "file, true"})
    void call_callerOverflows_losesNothingAndBlocksNoThread(String place, boolean writes) throws Exception {
        URI address = URI.create(
                "mapdb:" + place.replace("file", folder.resolve("x.db").toString()));
        try (CacheManager manager =
                Caching.getCachingProvider().getCacheManager(address, getClass().getClassLoader())) {
            cache = manager.createCache(
                    "deep", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
            for (int i = 0; i < KEYS; i++) {
                cache.put("k" + i, "v");
            }
            for (int round = 0; round < ROUNDS; round++) {
                AtomicInteger calls = new AtomicInteger();
                Thread deep = new Thread(null, () -> dive(0, calls, writes), "deep", 400_000 + round * 3_989L);
                deep.setUncaughtExceptionHandler((thread, overflow) -> {});
                deep.start();
                deep.join();
            }
            for (int i = 0; i < KEYS; i++) {
                assertThat(cache.get("k" + i)).as("k%s", i).isEqualTo("v");
                cache.put("k" + i, "w");
            }
            cache.clear();
        }
    }

    @SuppressWarnings("InfiniteRecursion") // down to where the stack ends
    private void dive(int depth, AtomicInteger calls, boolean writes) {
        try {
            dive(depth + 1, calls, writes);
        } catch (StackOverflowError overflow) {
            if (calls.get() < CALLS) {
                call("k" + depth % KEYS, writes);
                calls.incrementAndGet();
            }
            throw overflow;
        }
    }

    private void call(String key, boolean writes) {
        if (writes) {
            cache.put(key, "v");
        } else {
            cache.get(key);
        }
    }
}
