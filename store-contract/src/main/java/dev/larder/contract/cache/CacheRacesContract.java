package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.extension.Increment;
import dev.larder.contract.model.Statistics;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.management.CacheStatisticsMXBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that each operation is atomic when many threads work on few keys. */
@Timeout(300)
public abstract class CacheRacesContract extends CacheCase {
    private static final int THREADS = 16;
    private static final int INCREMENTS = Integer.getInteger("larder.contract.increments", 10_000);
    private static final int TIMES = INCREMENTS / 10;
    private static final int KEYS = 10;

    private Cache<String, Integer> cache;

    @BeforeEach
    void createCache() {
        cache = cache();
    }

    @Test
    void invoke_incrementsOfManyThreads_loseNothing() {
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < INCREMENTS; i++) {
                cache.invoke("k" + i % KEYS, Increment.BY_ONE);
            }
        });
        for (int key = 0; key < KEYS; key++) {
            assertThat(cache.get("k" + key)).as("k%s", key).isEqualTo(THREADS * INCREMENTS / KEYS);
        }
    }

    @Test
    void statistics_ofManyThreads_countEachCallOnce() {
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                cache.invoke("k" + i % KEYS, Increment.BY_ONE);
                cache.get("absent");
                cache.put("k" + i % 2, i);
            }
        });
        CacheStatisticsMXBean counts = Statistics.of(cache.getName()).bean();
        assertThat(counts.getCacheHits() + counts.getCacheMisses()).isEqualTo(2L * THREADS * TIMES);
        assertThat(counts.getCacheMisses()).isBetween((long) THREADS * TIMES + KEYS - 2, (long) THREADS * TIMES + KEYS);
        assertThat(counts.getCachePuts()).isEqualTo(2L * THREADS * TIMES);
    }

    @Test
    void invokeAll_incrementsOfManyThreads_loseNothing() {
        Set<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "k" + i).collect(Collectors.toSet());
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES / KEYS; i++) {
                cache.invokeAll(keys, Increment.BY_ONE).values().forEach(each -> assertThat(each.get())
                        .isPositive());
            }
        });
        assertThat(cache.getAll(keys).values()).hasSize(KEYS).containsOnly(THREADS * (TIMES / KEYS));
    }

    @Test
    void replaceValue_countersOfManyThreads_loseNothing() {
        cache.put("k", 0);
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                Integer seen = cache.get("k");
                while (!cache.replace("k", seen, seen + 1)) {
                    seen = cache.get("k");
                }
            }
        });
        assertThat(cache.get("k")).isEqualTo(THREADS * TIMES);
    }

    @Test
    void putIfAbsent_manyThreads_electOne() {
        AtomicInteger elected = new AtomicInteger();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                elected.addAndGet(cache.putIfAbsent("k" + i, thread) ? 1 : 0);
            }
        });
        assertThat(elected).hasValue(TIMES);
    }

    @Test
    void remove_manyThreads_electOne() {
        IntStream.range(0, TIMES).forEach(i -> cache.put("k" + i, 1));
        AtomicInteger removed = new AtomicInteger();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                removed.addAndGet((thread % 2 == 0 ? cache.remove("k" + i) : cache.remove("k" + i, 1)) ? 1 : 0);
            }
        });
        assertThat(removed).hasValue(TIMES);
    }

    /** Each value that was put is returned once, or is present at the end. */
    @Test
    void getAndPut_tokensOfManyThreads_areConserved() {
        AtomicLong in = new AtomicLong();
        AtomicLong out = new AtomicLong();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                int token = 1 + thread * TIMES + i;
                String key = "k" + i % 3;
                switch (i % 4) {
                    case 0 -> {
                        in.addAndGet(token);
                        out.addAndGet(orZero(cache.getAndPut(key, token)));
                    }
                    case 1 -> out.addAndGet(orZero(cache.getAndRemove(key)));
                    case 2 -> {
                        Integer replaced = cache.getAndReplace(key, token);
                        in.addAndGet(replaced == null ? 0 : token);
                        out.addAndGet(orZero(replaced));
                    }
                    default -> in.addAndGet(cache.putIfAbsent(key, token) ? token : 0);
                }
            }
        });
        long left = 0;
        for (Cache.Entry<String, Integer> each : cache) {
            left += each.getValue();
        }
        assertThat(out.get() + left).isEqualTo(in.get());
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }
}
