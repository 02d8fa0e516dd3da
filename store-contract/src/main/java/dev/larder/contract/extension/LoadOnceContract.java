package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.cache.Cache;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that a missing key is loaded once, however many threads of this JVM ask for it. */
@Timeout(120)
public abstract class LoadOnceContract extends CacheCase {
    private static final int THREADS = 16;
    private static final int ROUNDS = 50;

    @Test
    void get_manyThreadsMissOneKey_loadItOnce() {
        loadOnce((cache, key) -> assertThat(cache.get(key)).isEqualTo(7));
    }

    @Test
    void invoke_manyThreadsMissOneKey_loadItOnce() {
        loadOnce((cache, key) -> assertThat(cache.<Integer>invoke(key, (entry, none) -> entry.getValue()))
                .isEqualTo(7));
    }

    @Test
    void getAll_manyThreadsMissOneKey_loadItOnce() {
        loadOnce((cache, key) -> assertThat(cache.getAll(Set.of(key))).containsEntry(key, 7));
    }

    /** Overlapping sets are loaded by several threads, and none of their keys is loaded twice. */
    @Test
    void getAll_setsOverlap_loadEachKeyOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            SlowLoader loader = new SlowLoader();
            Cache<String, Integer> cache =
                    cache(configuration().setReadThrough(true).setCacheLoaderFactory(() -> loader));
            ParallelThreads.run(THREADS, thread -> {
                loader.asking.countDown();
                Set<String> keys = Set.of("k" + thread % 4, "k" + (thread + 1) % 4);
                assertThat(cache.getAll(keys)).hasSize(2);
            });
            assertThat(loader.loads).hasValue(4);
            manager.destroyCache(cache.getName());
        }
    }

    private void loadOnce(BiConsumer<Cache<String, Integer>, String> ask) {
        for (int round = 0; round < ROUNDS; round++) {
            SlowLoader loader = new SlowLoader();
            Cache<String, Integer> cache =
                    cache(configuration().setReadThrough(true).setCacheLoaderFactory(() -> loader));
            ParallelThreads.run(THREADS, thread -> {
                loader.asking.countDown();
                ask.accept(cache, "k");
            });
            assertThat(loader.loads).hasValue(1);
            manager.destroyCache(cache.getName());
        }
    }

    /** Blocks until every thread is about to ask. */
    private static final class SlowLoader implements CacheLoader<String, Integer> {
        private final CountDownLatch asking = new CountDownLatch(THREADS);
        private final AtomicInteger loads = new AtomicInteger();

        @Override
        public Integer load(String key) {
            loads.incrementAndGet();
            try {
                assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return 7;
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new ConcurrentHashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }
}
