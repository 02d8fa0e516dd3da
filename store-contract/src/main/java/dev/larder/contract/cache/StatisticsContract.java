package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import dev.larder.contract.EventRecorder;
import dev.larder.contract.UserCodeException;
import dev.larder.contract.extension.Increment;
import dev.larder.contract.extension.SuppliedLoader;
import dev.larder.contract.model.Statistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheWriter;
import javax.cache.management.CacheStatisticsMXBean;
import javax.cache.processor.EntryProcessor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that reads are counted whatever user code does after them, and that the first operation of each kind is timed.
 */
public abstract class StatisticsContract extends CacheCase {
    private static final EntryProcessor<String, Integer, Integer> FAILS = (entry, none) -> {
        throw new UserCodeException();
    };

    @Test
    void removeExpected_otherValueThere_isAHit() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        assertThat(cache.remove("a", 2)).isFalse();
        assertCounts(cache, 1, 0);
    }

    @Test
    void invoke_processorThrows_countsByPresence() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        assertThatThrownBy(() -> cache.invoke("a", FAILS)).isInstanceOf(CacheException.class);
        assertCounts(cache, 1, 0);
        assertThatThrownBy(() -> cache.invoke("b", FAILS)).isInstanceOf(CacheException.class);
        assertCounts(cache, 1, 1);
    }

    @Test
    void invoke_processorThrowsAnError_countsByPresence() {
        Cache<String, Integer> cache = cache();
        assertThatThrownBy(() -> cache.invoke("b", (entry, none) -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertCounts(cache, 0, 1);
    }

    @Test
    void invokeAll_processorThrows_countsByPresence() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        cache.invokeAll(Set.of("a", "b"), FAILS);
        assertCounts(cache, 1, 1);
    }

    @Test
    void invoke_writerThrows_countsByPresence() {
        Cache<String, Integer> cache =
                cache(configuration().setWriteThrough(true).setCacheWriterFactory(FailingWriter::new));
        assertThatThrownBy(() -> cache.invoke("a", Increment.BY_ONE)).isInstanceOf(CacheException.class);
        assertCounts(cache, 0, 1);
        cache.invokeAll(Set.of("a", "b"), Increment.BY_ONE);
        assertCounts(cache, 0, 3);
    }

    @TestFactory
    Stream<DynamicTest> read_loaderThrows_isAMissForEachKey() {
        return Stream.of(new UserCodeException(), new StackOverflowError())
                .map(thrown -> DynamicTest.dynamicTest(thrown.getClass().getSimpleName(), () -> readFailing(thrown)));
    }

    private void readFailing(Throwable thrown) {
        LarderCache<String, Integer> cache = larder(configuration()
                .setReadThrough(true)
                .setCacheLoaderFactory(() -> new SuppliedLoader(() -> failWith(thrown))));
        cache.put("a", 1);
        assertThat(catchThrowable(() -> cache.get("b"))).isNotNull();
        assertCounts(cache, 0, 1);
        assertThat(catchThrowable(() -> cache.getAll(Set.of("a", "b", "c")))).isNotNull();
        assertCounts(cache, 1, 3);
        assertThat(catchThrowable(() -> cache.getOrLoad("b", key -> failWith(thrown), PutOptions.NONE)))
                .isNotNull();
        assertCounts(cache, 1, 4);
        assertThat(catchThrowable(() -> cache.refresh("b"))).isNotNull();
        assertCounts(cache, 1, 4);
    }

    private static Integer failWith(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new UserCodeException();
    }

    @Test
    void putIfAbsent_creationThatExpiresAtOnce_isTrueAndAMissAndNoPut() {
        List<String> events = new ArrayList<>();
        Cache<String, Integer> cache = cache(configuration()
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ZERO))
                .addCacheEntryListenerConfiguration(EventRecorder.to(events)));
        assertThat(cache.putIfAbsent("a", 1)).isTrue();
        assertThat(cache.containsKey("a")).isFalse();
        assertThat(events).isEmpty();
        assertCounts(cache, 0, 1);
        assertThat(bean(cache).getCachePuts()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> averageTimes_afterOneOperation_areThoseOfWhatItCounted() {
        return Stream.of(
                timed("get", "G", cache -> cache.get("a")),
                timed("get, a miss", "G", cache -> cache.get("b")),
                timed("getAll", "G", cache -> cache.getAll(Set.of("a", "b"))),
                timed("iterate", "G", cache -> cache.iterator().next()),
                timed("put", "P", cache -> cache.put("b", 2)),
                timed("putAll", "P", cache -> cache.putAll(Map.of("b", 2, "c", 3))),
                timed("getAndPut", "GP", cache -> cache.getAndPut("b", 2)),
                timed("putIfAbsent", "GP", cache -> cache.putIfAbsent("b", 2)),
                timed("putIfAbsent, in vain", "G", cache -> cache.putIfAbsent("a", 2)),
                timed("replace", "GP", cache -> cache.replace("a", 2)),
                timed("replace, in vain", "G", cache -> cache.replace("b", 2)),
                timed("remove", "R", cache -> cache.remove("a")),
                timed("remove, in vain", "", cache -> cache.remove("b")),
                timed("remove value", "GR", cache -> cache.remove("a", 1)),
                timed("remove another value", "G", cache -> cache.remove("a", 2)),
                timed("getAndRemove", "GR", cache -> cache.getAndRemove("a")),
                timed("removeAll", "R", cache -> cache.removeAll()),
                timed("invoke", "GP", cache -> cache.invoke("a", Increment.BY_ONE)),
                timed("invokeAll", "GP", cache -> cache.invokeAll(Set.of("a", "b"), Increment.BY_ONE)),
                timed("containsKey", "", cache -> cache.containsKey("a")));
    }

    private DynamicTest timed(String name, String expected, BadCalls.Call<String, Integer> call) {
        return DynamicTest.dynamicTest(name, () -> {
            Cache<String, Integer> cache = cache(new MutableConfiguration<>());
            cache.put("a", 1);
            bean(cache).clear();
            call.on(cache);
            assertThat(times(bean(cache))).isEqualTo(expected);
            bean(cache).clear();
            assertThat(times(bean(cache))).isEmpty();
        });
    }

    private static String times(CacheStatisticsMXBean bean) {
        return (bean.getAverageGetTime() > 0 ? "G" : "")
                + (bean.getAveragePutTime() > 0 ? "P" : "")
                + (bean.getAverageRemoveTime() > 0 ? "R" : "");
    }

    private static void assertCounts(Cache<?, ?> cache, long hits, long misses) {
        assertThat(bean(cache).getCacheHits()).as("hits").isEqualTo(hits);
        assertThat(bean(cache).getCacheMisses()).as("misses").isEqualTo(misses);
    }

    private static CacheStatisticsMXBean bean(Cache<?, ?> cache) {
        return Statistics.of(cache.getName()).bean();
    }

    /** Fails at every write. */
    private static final class FailingWriter implements CacheWriter<String, Integer> {
        @Override
        public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
            throw new UserCodeException();
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
            throw new UserCodeException();
        }

        @Override
        public void delete(Object key) {
            throw new UserCodeException();
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            throw new UserCodeException();
        }
    }
}
