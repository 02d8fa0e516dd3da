package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.model.Statistics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that all threads that miss a key at once share one load, even if it returns no value or fails. */
@Timeout(120)
@SuppressWarnings("NullAway")
public // loaders return null on purpose, and entries that are surely present are dereferenced
abstract class SharedLoadsContract extends CacheCase {
    private static final int THREADS = 12;
    private static final int ROUNDS = 10;

    /** The number of successive checks that must find every other thread waiting. */
    private static final int QUIET = 20;

    private final AtomicInteger loads = new AtomicInteger();
    private volatile CountDownLatch asking = new CountDownLatch(THREADS);
    private final Set<Thread> askers = ConcurrentHashMap.newKeySet();

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
        ParallelThreads.run(THREADS, thread -> {
            comesToAsk();
            assertThatThrownBy(() -> cache.get("k"))
                    .isInstanceOf(CacheLoaderException.class)
                    .hasMessageContaining("database down");
        });
        assertThat(loads).hasValue(1);
        assertThat(Statistics.of(cache.getName()).bean().getCacheMisses()).isEqualTo(THREADS);
    }

    private void askAtOnce(Supplier<@Nullable Integer> ask, @Nullable Integer expected) {
        asking = new CountDownLatch(THREADS);
        askers.clear();
        ParallelThreads.run(THREADS, thread -> {
            comesToAsk();
            assertThat(ask.get()).isEqualTo(expected);
        });
    }

    private void comesToAsk() {
        askers.add(Thread.currentThread());
        asking.countDown();
    }

    // Returns when every other thread waits.
    private @Nullable Integer slowly(@Nullable Integer value) {
        loads.incrementAndGet();
        try {
            assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
            for (int quiet = 0; quiet < QUIET; quiet++) {
                Thread.sleep(2);
                quiet = askers.stream().anyMatch(SharedLoadsContract::isBusy) ? 0 : quiet;
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
        return larder(configuration().setReadThrough(true).setCacheLoaderFactory(() -> new SuppliedLoader(source)));
    }
}
