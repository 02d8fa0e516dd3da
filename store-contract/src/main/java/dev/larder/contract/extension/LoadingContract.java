package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.model.Statistics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that a missing value is loaded and stored, and that it is never older than the last invalidation. */
@Timeout(120)
@SuppressWarnings("NullAway")
public // loaders return null on purpose, and entries that are surely present are dereferenced
abstract class LoadingContract extends CacheCase {
    private static final int ROUNDS = 10;

    private final AtomicInteger loads = new AtomicInteger();

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
    void getOrLoad_invalidatedMeanwhile_isNotServedToOthers() {
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
        ParallelThreads.run(2, thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                String mine = "k" + i + thread;
                String other = "k" + i + (1 - thread);
                assertThat(cache.getOrLoad(mine, key -> cache.getOrLoad(other, inner -> 1)))
                        .isEqualTo(1);
            }
        });
    }
}
