package dev.larder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import dev.larder.contract.model.Statistics;
import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Is what is missing loaded once in this JVM, and is it never older than the last invalidation? */
@Timeout(120)
@SuppressWarnings("NullAway") // loaders give null on purpose, and what is surely there is looked at
abstract class LoadingContract extends CacheCase {
    private static final int THREADS = 12;
    private static final int ROUNDS = 10;

    /** So many looks in a row find every other thread waiting. */
    private static final int QUIET = 20;

    private final AtomicInteger loads = new AtomicInteger();

    private LarderCache<String, Integer> larder() {
        return larder(configuration());
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, Integer> larder(MutableConfiguration<String, Integer> configuration) {
        return cache(configuration).unwrap(LarderCache.class);
    }

    private @Nullable Integer counted(@Nullable Integer value) {
        loads.incrementAndGet();
        return value;
    }

    @Test
    void getOrLoad_missing_loadsAndStores() {
        LarderCache<String, Integer> cache = larder();
        assertThat(cache.getOrLoad("abc", key -> counted(key.length()))).isEqualTo(3);
        assertThat(cache.getOrLoad("abc", key -> counted(9))).isEqualTo(3);
        assertThat(cache.get("abc")).isEqualTo(3);
        assertThat(loads).hasValue(1);
        assertThat(Statistics.of(cache.getName()).bean().getCacheMisses()).isEqualTo(1);
        assertThat(Statistics.of(cache.getName()).bean().getCacheHits()).isEqualTo(2);
        assertThat(Statistics.of(cache.getName()).bean().getCachePuts()).isZero();
    }

    @Test
    void getOrLoad_nothingToLoad_storesNothing() {
        LarderCache<String, Integer> cache = larder();
        assertThat(cache.getOrLoad("k", key -> counted(null))).isNull();
        assertThat(cache.containsKey("k")).isFalse();
        assertThat(cache.getOrLoad("k", key -> counted(1))).isEqualTo(1);
    }

    @Test
    void getOrLoad_loaderFails_saysSoAndStoresNothing() {
        LarderCache<String, Integer> cache = larder();
        assertThatThrownBy(() -> cache.getOrLoad("k", key -> {
                    throw new IllegalStateException("database down");
                }))
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'k'")
                .hasMessageContaining("database down");
        assertThat(cache.getOrLoad("k", key -> 1)).isEqualTo(1);
    }

    @Test
    void getOrLoad_withLifetime_livesAsLong() {
        LarderCache<String, Integer> cache = larder();
        cache.getOrLoad("gone", key -> 1, PutOptions.NONE.lifetime(Duration.ZERO));
        assertThat(cache.containsKey("gone")).isFalse();
        cache.getOrLoad("there", key -> 1, PutOptions.NONE.lifetime(Duration.ofHours(1)));
        assertThat(cache.entry("there").expiresAt()).isNotNull();
    }

    @Test
    void getOrLoad_invalidatedMeanwhile_servesNobodyElse() {
        LarderCache<String, Integer> cache = larder();
        PutOptions tagged = PutOptions.tags("t");
        Integer loaded = cache.getOrLoad(
                "k",
                key -> {
                    cache.invalidateTags(Set.of("t"));
                    return 1;
                },
                tagged);
        assertThat(loaded).isEqualTo(1);
        assertThat(cache.containsKey("k")).isFalse();
        assertThat(cache.getOrLoad("k", key -> 2, tagged)).isEqualTo(2);
        assertThat(cache.entry("k").tags()).containsExactly("t");
        cache.invalidateTags(Set.of("t"));
        assertThat(cache.get("k")).isNull();
    }

    @Test
    void getOrLoad_loaderPutsTheKey_thePutStays() {
        LarderCache<String, Integer> cache = larder();
        Integer result = cache.getOrLoad("k", key -> {
            cache.put(key, 7);
            return 1;
        });
        assertThat(result).isEqualTo(7);
        assertThat(cache.get("k")).isEqualTo(7);
    }

    @Test
    void getOrLoad_loadersThatLoadEachOthersKeys_end() {
        LarderCache<String, Integer> cache = larder();
        Threads.run(2, thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                String mine = "k" + i + thread;
                String other = "k" + i + (1 - thread);
                assertThat(cache.getOrLoad(mine, key -> cache.getOrLoad(other, inner -> 1)))
                        .isEqualTo(1);
            }
        });
    }

    @Test
    void getOrLoad_manyMissOneKey_shareTheValue() {
        for (int round = 0; round < ROUNDS; round++) {
            LarderCache<String, Integer> cache = larder();
            askAtOnce(() -> cache.getOrLoad("k", key -> slowly(7)), 7);
            manager.destroyCache(cache.getName());
        }
        assertThat(loads).hasValue(ROUNDS);
    }

    @Test
    void get_manyMissOneKeyThatHasNoValue_askTheLoaderOnce() {
        LarderCache<String, Integer> cache = reading(() -> slowly(null));
        askAtOnce(() -> cache.get("k"), null);
        assertThat(loads).hasValue(1);
        assertThat(Statistics.of(cache.getName()).bean().getCacheMisses()).isEqualTo(THREADS);
    }

    @Test
    void get_manyMissOneKeyWhoseLoadFails_shareTheFailure() {
        LarderCache<String, Integer> cache = reading(() -> {
            slowly(null);
            throw new IllegalStateException("database down");
        });
        Threads.run(THREADS, thread -> {
            comesToAsk();
            assertThatThrownBy(() -> cache.get("k"))
                    .isInstanceOf(CacheLoaderException.class)
                    .hasMessageContaining("database down");
        });
        assertThat(loads).hasValue(1);
    }

    private volatile CountDownLatch asking = new CountDownLatch(THREADS);
    private final Set<Thread> askers = ConcurrentHashMap.newKeySet();

    private void askAtOnce(Supplier<@Nullable Integer> ask, @Nullable Integer expected) {
        asking = new CountDownLatch(THREADS);
        askers.clear();
        Threads.run(THREADS, thread -> {
            comesToAsk();
            assertThat(ask.get()).isEqualTo(expected);
        });
    }

    private void comesToAsk() {
        askers.add(Thread.currentThread());
        asking.countDown();
    }

    // Answers when every other thread waits.
    private @Nullable Integer slowly(@Nullable Integer value) {
        loads.incrementAndGet();
        try {
            assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
            for (int quiet = 0; quiet < QUIET; quiet++) {
                Thread.sleep(2);
                quiet = askers.stream().anyMatch(LoadingContract::isBusy) ? 0 : quiet;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return value;
    }

    private static boolean isBusy(Thread thread) {
        return thread != Thread.currentThread() && thread.getState() == Thread.State.RUNNABLE;
    }

    private LarderCache<String, Integer> reading(Supplier<@Nullable Integer> source) {
        return larder(configuration().setReadThrough(true).setCacheLoaderFactory(() -> new Source(source)));
    }

    @Test
    void refresh_asksTheLoader_whateverIsThere() {
        AtomicInteger source = new AtomicInteger(5);
        LarderCache<String, Integer> cache = reading(source::get);
        assertThat(cache.refresh("k")).isEqualTo(5);
        source.set(6);
        assertThat(cache.get("k")).isEqualTo(5);
        assertThat(cache.refresh("k")).isEqualTo(6);
        assertThat(cache.get("k")).isEqualTo(6);
    }

    @Test
    void refresh_nothingAnyMore_removes() {
        LarderCache<String, Integer> cache =
                larder(configuration().setCacheLoaderFactory(() -> new Source(() -> null)));
        cache.put("k", 1);
        assertThat(cache.refresh("k")).isNull();
        assertThat(cache.containsKey("k")).isFalse();
    }

    @Test
    void refresh_failsOrHasNoLoader_leavesTheEntry() {
        LarderCache<String, Integer> cache = reading(() -> {
            throw new IllegalStateException("database down");
        });
        cache.put("k", 1);
        assertThatThrownBy(() -> cache.refresh("k")).isInstanceOf(CacheLoaderException.class);
        assertThat(cache.get("k")).isEqualTo(1);
        assertThatThrownBy(() -> larder().refresh("k"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("has no loader");
    }

    @Test
    void get_shortlyBeforeExpiry_refreshesInTheBackground() {
        AtomicInteger source = new AtomicInteger(5);
        LarderConfiguration<String, Integer> ahead = new LarderConfiguration<>(configuration()
                .setReadThrough(true)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR))
                .setCacheLoaderFactory(() -> new Source(source::get)));
        LarderCache<String, Integer> cache = larder(ahead.setSetting("refresh-ahead", "2h"));
        assertThat(cache.get("k")).isEqualTo(5);
        source.set(6);
        assertThat(Eventually.is(Duration.ofSeconds(30), () -> cache.get("k") == 6))
                .isTrue();
    }

    @Test
    void close_whileALoadRunsInTheBackground_closesTheLoaderAfterIt() {
        HeldLoad load = new HeldLoad(() -> 1);
        List<String> steps = new CopyOnWriteArrayList<>();
        LarderCache<String, Integer> cache =
                larder(configuration().setCacheLoaderFactory(() -> new ClosingSource(load, steps)));
        cache.loadAll(Set.of("k"), true, null);
        load.awaitBegin();
        Asker closing = new Asker(() -> {
            cache.close();
            return 0;
        });
        // Time to go wrong: a close that does not wait has ended by then.
        assertThat(Eventually.is(Duration.ofMillis(100), closing::isDone)).isFalse();
        load.release();
        assertThat(closing.answer()).isZero();
        assertThat(cache.isClosed()).isTrue();
        assertThat(steps).containsExactly("loaded", "closed");
    }

    /** A loader that notes when it has loaded, and when it is closed. */
    private record ClosingSource(HeldLoad load, List<String> steps) implements CacheLoader<String, Integer>, Closeable {
        @Override
        public Integer load(String key) {
            return load.get();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new Source(load).loadAll(keys);
            steps.add("loaded");
            return loaded;
        }

        @Override
        public void close() {
            steps.add("closed");
        }
    }

    /** A loader of whatever is supplied. */
    private record Source(Supplier<@Nullable Integer> values) implements CacheLoader<String, Integer> {
        @Override
        public Integer load(String key) {
            return values.get();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }
}
