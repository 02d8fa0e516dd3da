package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.model.Statistics;
import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.management.CacheStatisticsMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a counter is exact under many threads, and that it has the type of the cache. */
@Timeout(120)
public abstract class CountingContract extends CacheCase {
    private static final int THREADS = 8;
    private static final int TIMES = Integer.getInteger("larder.contract.increments", 10_000) / 20;

    private <V> LarderCache<String, V> counters(Class<V> type) {
        return larder(cache(new MutableConfiguration<String, V>().setTypes(String.class, type)));
    }

    @SuppressWarnings("unchecked")
    private static <V> LarderCache<String, V> larder(Cache<String, V> cache) {
        return cache.unwrap(LarderCache.class);
    }

    @Test
    void increment_goesUpAndDown_fromZero() {
        LarderCache<String, Integer> cache = counters(Integer.class);
        assertThat(cache.increment("k", 5)).isEqualTo(5);
        assertThat(cache.increment("k", -7)).isEqualTo(-2);
        assertThat(cache.get("k")).isEqualTo(-2);
        assertThat(cache.increment("other", 0)).isZero();
        assertThat(cache.get("other")).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {Long.class, Integer.class, Short.class, Byte.class, BigInteger.class})
    <V> void increment_keepsTheTypeOfTheCache(Class<V> type) {
        LarderCache<String, V> cache = counters(type);
        assertThat(cache.increment("k", 3)).isEqualTo(3);
        assertThat(cache.increment("k", 4)).isEqualTo(7);
        assertThat(cache.get("k")).isInstanceOf(type).hasToString("7");
    }

    @Test
    void increment_ofAnyType_beginsAsLong_andKeepsWhatIsThere() {
        LarderCache<String, Object> cache = counters(Object.class);
        cache.increment("new", 1);
        cache.put("old", (short) 1);
        cache.increment("old", 1);
        assertThat(cache.get("new")).isEqualTo(1L);
        assertThat(cache.get("old")).isEqualTo((short) 2);
    }

    @Test
    void increment_beyondTheType_changesNothing() {
        LarderCache<String, Object> cache = counters(Object.class);
        cache.put("long", Long.MAX_VALUE);
        cache.put("byte", (byte) 127);
        assertThatThrownBy(() -> cache.increment("long", 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> cache.increment("byte", 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'byte'");
        assertThat(cache.get("long")).isEqualTo(Long.MAX_VALUE);
        assertThat(cache.get("byte")).isEqualTo((byte) 127);
    }

    @Test
    void increment_ofABigIntegerBeyondLong_changesNothing() {
        LarderCache<String, BigInteger> cache = counters(BigInteger.class);
        BigInteger big = BigInteger.TEN.pow(30);
        cache.put("k", big);
        assertThatThrownBy(() -> cache.increment("k", 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'k'");
        assertThat(cache.get("k")).isEqualTo(big);
    }

    @Test
    void increment_ofWhatIsNoNumber_isRefused() {
        LarderCache<String, Object> cache = counters(Object.class);
        cache.put("k", "text");
        assertThatThrownBy(() -> cache.increment("k", 1))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("java.lang.String");
        assertThat(cache.get("k")).isEqualTo("text");
        assertThatThrownBy(() -> counters(String.class).increment("k", 1)).isInstanceOf(CacheException.class);
    }

    @Test
    void increment_expired_beginsAgain() {
        LarderCache<String, Integer> cache =
                larder(cache(configuration().setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ZERO))));
        assertThat(cache.increment("k", 5)).isEqualTo(5);
        assertThat(cache.increment("k", 5)).isEqualTo(5);
    }

    @Test
    void increment_countsInStatistics_asAGetAndPut() {
        LarderCache<String, Integer> cache = counters(Integer.class);
        cache.increment("k", 1);
        cache.increment("k", 1);
        CacheStatisticsMXBean counted = Statistics.of(cache.getName()).bean();
        assertThat(counted.getCacheHits()).isEqualTo(1);
        assertThat(counted.getCacheMisses()).isEqualTo(1);
        assertThat(counted.getCachePuts()).isEqualTo(2);
    }

    @Test
    void increment_byManyThreads_losesNothing_andGivesEachSumOnce() {
        LarderCache<String, Long> cache = counters(Long.class);
        ConcurrentHashMap<Long, Integer> sums = new ConcurrentHashMap<>();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                sums.merge(cache.increment("k", 1), 1, Integer::sum);
            }
        });
        assertThat(cache.get("k")).isEqualTo((long) THREADS * TIMES);
        assertThat(sums).hasSize(THREADS * TIMES).doesNotContainValue(2);
    }
}
