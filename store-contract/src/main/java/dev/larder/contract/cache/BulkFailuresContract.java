package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.CacheCase;
import dev.larder.contract.UserCodeException;
import dev.larder.contract.extension.Increment;
import dev.larder.contract.extension.SuppliedLoader;
import dev.larder.contract.model.Statistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheWriter;
import javax.cache.management.CacheStatisticsMXBean;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that a failure at one key of a bulk operation leaves the other keys done, counted and reported. */
public abstract class BulkFailuresContract extends CacheCase {
    private static final Map<String, Integer> FOUR = Map.of("a", 1, "b", 2, "c", 3, "d", 4);

    /** More keys than one batch of {@code removeAll} takes. */
    private static final int MANY = 2_500;

    private final List<String> received = new ArrayList<>();

    @Test
    void invokeAll_listenerThrowsOnOne_costsThatKeysResultAlone() {
        Cache<String, Integer> cache = filled(configuration(), new FailingListener(received, "b"::equals));
        Map<String, EntryProcessorResult<Integer>> results = cache.invokeAll(FOUR.keySet(), Increment.BY_ONE);
        assertThat(results).containsOnlyKeys(FOUR.keySet());
        assertThatThrownBy(() -> result(results, "b").get())
                .isInstanceOf(EntryProcessorException.class)
                .hasCauseInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertThat(Stream.of("a", "c", "d").map(key -> result(results, key).get()))
                .containsExactly(2, 4, 5);
        assertThat(cache.getAll(FOUR.keySet())).isEqualTo(Map.of("a", 2, "b", 3, "c", 4, "d", 5));
        assertThat(received).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // wrong types are what is tested
    void invokeAll_processorSetsAnotherTypeOnOne_costsThatKeysResultAlone() {
        Cache<String, Integer> cache = filled(configuration(), new FailingListener(received, key -> false));
        Map<String, EntryProcessorResult<Integer>> results = cache.invokeAll(FOUR.keySet(), (entry, none) -> {
            ((MutableEntry) entry).setValue(entry.getKey().equals("b") ? "two" : (Object) 7);
            return 7;
        });
        assertThatThrownBy(() -> result(results, "b").get())
                .isInstanceOf(EntryProcessorException.class)
                .hasRootCauseInstanceOf(ClassCastException.class);
        assertThat(Stream.of("a", "c", "d").map(key -> result(results, key).get()))
                .containsOnly(7);
        assertThat(cache.getAll(FOUR.keySet())).isEqualTo(Map.of("a", 7, "b", 2, "c", 7, "d", 7));
        assertThat(statistics(cache).getCacheHits()).isEqualTo(8);
    }

    @Test
    void putAll_listenerThrowsOnTwo_countsAndNotifiesAllAndSuppressesOne() {
        Cache<String, Integer> cache =
                filled(configuration(), new FailingListener(received, Set.of("a", "b")::contains));
        Throwable failure = catchThrowable(() -> cache.putAll(Map.of("a", 5, "b", 6, "c", 7, "d", 8)));
        assertThat(failure).isInstanceOf(CacheEntryListenerException.class);
        assertThat(failure.getSuppressed()).hasSize(1).hasOnlyElementsOfType(CacheEntryListenerException.class);
        assertThat(received).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(statistics(cache).getCachePuts()).isEqualTo(8);
    }

    @Test
    void removeAll_listenerThrows_removesCountsAndReportsAll() {
        Map<String, Integer> many =
                IntStream.range(0, MANY).boxed().collect(Collectors.toMap(number -> "k" + number, number -> number));
        Cache<String, Integer> cache =
                filled(configuration(), new FailingListener(received, key -> key.startsWith("k1")));
        cache.putAll(many);
        received.clear();
        assertThatThrownBy(cache::removeAll).isInstanceOf(CacheEntryListenerException.class);
        assertThat(cache).isEmpty();
        assertThat(received).hasSize(MANY + FOUR.size());
        assertThat(statistics(cache).getCacheRemovals()).isEqualTo(MANY + FOUR.size());
    }

    @Test
    void getAll_listenerThrowsOnWhatHasExpired_othersAreLoadedAllTheSame() {
        Assumptions.assumeTrue(usesManagerClock(), "minutes must pass");
        Cache<String, Integer> cache = filled(
                configuration()
                        .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MINUTES, 1)))
                        .setReadThrough(true)
                        .setCacheLoaderFactory(() -> new SuppliedLoader(() -> 9)),
                new FailingListener(received, "a"::equals));
        clock.passMinutes(2);
        assertThatThrownBy(() -> cache.getAll(Set.of("a", "b", "new"))).isInstanceOf(CacheEntryListenerException.class);
        assertThat(received).containsExactlyInAnyOrder("a", "b");
        assertThat(Stream.of("a", "b", "new")).allMatch(cache::containsKey);
        assertThat(statistics(cache).getCacheMisses()).isEqualTo(3);
    }

    /** An entry whose exchange is lost is written again on its own, and then the writer throws. */
    @TestFactory
    Stream<DynamicTest> putAll_writerThrowsHalfway_countsAndReportsWhatIsStored() {
        Map<String, Supplier<Throwable>> failures =
                Map.of("exception", UserCodeException::new, "Error", StackOverflowError::new);
        return failures.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> putAllHalfway(each.getValue())));
    }

    private void putAllHalfway(Supplier<Throwable> failure) {
        received.clear();
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> second = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            first.put("k" + i, 1);
            second.put("k" + i, 2);
        }
        Cache<String, Integer> cache = filled(
                configuration().setWriteThrough(true).setCacheWriterFactory(() -> new BulkOnly(failure)),
                new FailingListener(received, key -> false));
        cache.putAll(first);
        long puts = statistics(cache).getCachePuts();

        Throwable thrown = catchThrowable(() -> cache.putAll(second));

        Set<String> stored = cache.getAll(first.keySet()).entrySet().stream()
                .filter(entry -> entry.getValue() == 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(received).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(statistics(cache).getCachePuts() - puts).isEqualTo(stored.size());
        assertThat(thrown == null).isEqualTo(stored.size() == second.size());
        assertThat(thrown == null || thrown instanceof CacheException || thrown instanceof StackOverflowError)
                .isTrue();
    }

    private Cache<String, Integer> filled(
            MutableConfiguration<String, Integer> configuration, CacheEntryListener<String, Integer> listener) {
        Cache<String, Integer> cache = cache(configuration);
        cache.putAll(FOUR);
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true));
        return cache;
    }

    private static EntryProcessorResult<Integer> result(
            Map<String, EntryProcessorResult<Integer>> results, String key) {
        return Objects.requireNonNull(results.get(key), key);
    }

    private static CacheStatisticsMXBean statistics(Cache<?, ?> cache) {
        return Statistics.of(cache.getName()).bean();
    }

    /** Records the keys of all events, and throws at some of them. */
    private record FailingListener(List<String> told, Predicate<String> bad)
            implements CacheEntryUpdatedListener<String, Integer>,
                    CacheEntryRemovedListener<String, Integer>,
                    CacheEntryExpiredListener<String, Integer> {
        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            hear(events);
        }

        @Override
        public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            hear(events);
        }

        @Override
        public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            hear(events);
        }

        private void hear(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            for (CacheEntryEvent<? extends String, ? extends Integer> event : events) {
                told.add(event.getKey());
                if (bad.test(event.getKey())) {
                    throw new UserCodeException();
                }
            }
        }
    }

    /** Writes in bulk, but fails to write a single entry. */
    private record BulkOnly(Supplier<Throwable> failure) implements CacheWriter<String, Integer> {
        @Override
        public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
            entries.clear();
        }

        @Override
        public void delete(Object key) {}

        @Override
        public void deleteAll(Collection<?> keys) {
            keys.clear();
        }
    }
}
