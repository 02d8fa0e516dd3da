package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.extension.Increment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that listeners get the events of a key in the order of its changes, one event for each change. */
@Timeout(120)
public abstract class EventOrderContract extends CacheCase {
    private static final int THREADS = 8;
    private static final int TIMES = 1_000;
    private static final int KEYS = 3;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void events_ofOneKeyUnderIncrements_formAChain(boolean sync) {
        Chains chains = new Chains();
        Cache<String, Integer> cache = cache(listening(chains, sync));
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                cache.invoke("k" + i % KEYS, Increment.BY_ONE);
            }
        });
        chains.check(cache, THREADS * TIMES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void events_ofOneKeyUnderAnyOperations_formAChain(boolean sync) {
        Chains chains = new Chains();
        Cache<String, Integer> cache = cache(listening(chains, sync));
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                anything(cache, "k" + i % KEYS, 1 + thread * TIMES + i);
            }
        });
        chains.check(cache, 0);
    }

    private static void anything(Cache<String, Integer> cache, String key, int value) {
        switch (ThreadLocalRandom.current().nextInt(9)) {
            case 0 -> cache.put(key, value);
            case 1 -> cache.getAndPut(key, value);
            case 2 -> cache.putIfAbsent(key, value);
            case 3 -> cache.replace(key, value);
            case 4 -> cache.remove(key);
            case 5 -> cache.getAndRemove(key);
            case 6 -> cache.putAll(Map.of("k0", value, "k1", value));
            case 7 -> cache.removeAll(Set.of("k1", "k2"));
            default -> cache.invokeAll(Set.of("k2", "k0"), Increment.BY_ONE);
        }
    }

    private static MutableConfiguration<String, Integer> listening(Chains chains, boolean sync) {
        return configuration()
                .addCacheEntryListenerConfiguration(
                        new MutableCacheEntryListenerConfiguration<>(() -> chains, null, true, sync));
    }

    /** One change of a key's value; null stands for absence. */
    private record Link(@Nullable Integer from, @Nullable Integer to) {}

    /** A listener that records the events of each key. */
    private static final class Chains
            implements CacheEntryCreatedListener<String, Integer>,
                    CacheEntryUpdatedListener<String, Integer>,
                    CacheEntryRemovedListener<String, Integer> {
        private final Map<String, Queue<Link>> links = new ConcurrentHashMap<>();

        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(each -> add(each.getKey(), new Link(null, each.getValue())));
        }

        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(each -> add(each.getKey(), new Link(each.getOldValue(), each.getValue())));
        }

        @Override
        public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            events.forEach(each -> add(each.getKey(), new Link(each.getOldValue(), null)));
        }

        private void add(String key, Link link) {
            links.computeIfAbsent(key, unused -> new ConcurrentLinkedQueue<>()).add(link);
        }

        /**
         * Asserts that each link begins where the one before it ended, and that the last one ends at the present value.
         */
        void check(Cache<String, Integer> cache, int total) {
            for (int key = 0; key < KEYS; key++) {
                String name = "k" + key;
                Integer there = cache.get(name);
                Eventually.is(Duration.ofSeconds(10), () -> Objects.equals(end(name), there));
                assertThat(breaks(name)).as("breaks in the events of %s", name).isEmpty();
                assertThat(end(name)).as("where the events of %s end", name).isEqualTo(there);
            }
            if (total > 0) {
                assertThat(links.values().stream().mapToInt(Queue::size).sum()).isEqualTo(total);
            }
        }

        private List<String> breaks(String key) {
            List<Link> chain = chain(key);
            return IntStream.range(0, chain.size())
                    .filter(i -> !Objects.equals(
                            chain.get(i).from(),
                            i == 0 ? null : chain.get(i - 1).to()))
                    .mapToObj(i -> "at " + i + ": " + chain.subList(Math.max(0, i - 2), Math.min(chain.size(), i + 3)))
                    .toList();
        }

        private @Nullable Integer end(String key) {
            List<Link> chain = chain(key);
            return chain.isEmpty() ? null : chain.get(chain.size() - 1).to();
        }

        private List<Link> chain(String key) {
            return List.copyOf(links.getOrDefault(key, new ConcurrentLinkedQueue<>()));
        }
    }
}
