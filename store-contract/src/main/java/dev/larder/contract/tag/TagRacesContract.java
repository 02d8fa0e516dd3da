package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.contract.ParallelThreads;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntSupplier;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that an invalidation prevails over every value that was computed before it. */
@Timeout(300)
abstract class TagRacesContract extends TagCase {
    private static final int THREADS = 6;
    private static final int READS = Integer.getInteger("larder.contract.reads", 4_000);
    private static final int KEYS = 4;

    /** A loader that runs an action in the middle of a load. */
    private static final class Source implements CacheLoader<String, Integer> {
        private final AtomicInteger present = new AtomicInteger(1);
        private volatile Runnable meanwhile = () -> {};

        @Override
        public Integer load(String key) {
            int old = present.get();
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return old;
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new ConcurrentHashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }

    private LarderCache<String, Integer> loading(Source source) {
        return larder(tagged().setReadThrough(true)
                .setCacheLoaderFactory(() -> source)
                .setTagger((key, value) -> Set.of("source")));
    }

    private void overtakes(Source source, LarderCache<String, Integer> cache, Runnable load) {
        for (int round = 0; round < 3; round++) {
            int next = source.present.get() + 1;
            source.meanwhile = () -> {
                source.present.set(next);
                cache.invalidateTags(Set.of("source"));
            };
            cache.removeAll();
            load.run();
            assertThat(cache.get("k")).as("round %s", round).isEqualTo(next);
            assertThat(cache.containsKey("k")).as("a fresh value is kept").isTrue();
        }
    }

    @Test
    void readThrough_invalidatedWhileLoading_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> assertThat(cache.get("k")).isPositive());
    }

    @Test
    void getAll_invalidatedWhileLoading_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(
                source, cache, () -> assertThat(cache.getAll(Set.of("k", "l"))).hasSize(2));
    }

    @Test
    void entry_invalidatedWhileLoading_givesTheValueAndKeepsIt_not() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> assertThat(cache.entry("k")).isNotNull());
    }

    @Test
    void invoke_invalidatedWhileLoading_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> cache.invoke("k", (entry, none) -> entry.getValue()));
    }

    @Test
    void invoke_setsWhatWasMadeOfTheLoaded_isNotServed() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(
                source,
                cache,
                () -> cache.invoke("k", (entry, none) -> {
                    entry.setValue(entry.getValue());
                    return null;
                }));
    }

    @Test
    void invoke_invalidatedWhileComputing_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> assertThat(cache.<Integer>invoke("k", ifAbsent(() -> source.load("k"))))
                .isPositive());
    }

    @Test
    void invoke_onADeadEntryInvalidatedWhileComputing_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> {
            cache.put("k", 0);
            cache.invalidateTags(Set.of("source"));
            cache.invoke("k", ifAbsent(() -> source.load("k")));
        });
    }

    @Test
    void invokeAll_invalidatedWhileComputing_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> assertThat(cache.invokeAll(Set.of("k"), ifAbsent(() -> source.load("k"))))
                .hasSize(1));
    }

    @Test
    void invoke_ofAPresentEntryInvalidatedWhileComputing_losesNothingBeforeThat() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        cache.put("k", 5);
        int sum = cache.invoke("k", (entry, none) -> {
            cache.invalidateTags(Set.of("something else"));
            entry.setValue(entry.getValue() + 1);
            return entry.getValue();
        });
        assertThat(sum).isEqualTo(6);
        assertThat(cache.get("k")).isEqualTo(6);
    }

    @Test
    void invoke_nothingInvalidated_isKept() {
        LarderCache<String, Integer> cache = larder(byValue());
        for (int i = 1; i < 4; i++) {
            int value = i;
            cache.invoke("k" + i, (entry, none) -> {
                entry.setValue(value);
                return null;
            });
            assertThat(cache.get("k" + i)).isEqualTo(value);
            assertThat(tags(cache, "k" + i)).containsExactlyInAnyOrder("n:" + value, "all");
        }
    }

    @Test
    void loadAll_invalidatedWhileLoading_isNotKept() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        overtakes(source, cache, () -> {
            CompletionListenerFuture done = new CompletionListenerFuture();
            cache.loadAll(Set.of("k", "l"), true, done);
            assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(30));
        });
    }

    @Test
    void readThrough_anotherTagInvalidatedWhileLoading_isKeptWhenLoadedAgain() {
        Source source = new Source();
        LarderCache<String, Integer> cache = loading(source);
        source.meanwhile = () -> cache.invalidateTags(Set.of("something else"));
        assertThat(cache.get("k")).isEqualTo(1);
        source.meanwhile = () -> cache.invalidateTags(Set.of("something else"));
        assertThat(cache.get("k")).isEqualTo(1);
        assertThat(cache.containsKey("k")).isTrue();
    }

    /**
     * Writers change a record, invalidate its tag and publish the new number. A read that begins later must not return
     * less.
     */
    @Test
    void raced_plainReads_neverSeeAnOlderValue() {
        LarderCache<String, Integer> cache = larder();
        race(cache, (key, at) -> {
            Lease lease = cache.lease(Set.of("r:" + key));
            int value = at.get(key);
            cache.put("k" + key, value, lease);
            return value;
        });
    }

    @Test
    void raced_tagsKnownAfterwards_neverSeeAnOlderValue() {
        LarderCache<String, Integer> cache = larder();
        race(cache, (key, at) -> {
            Lease lease = cache.lease(Set.of());
            int value = at.get(key);
            cache.put("k" + key, value, PutOptions.tags("r:" + key).lease(lease));
            return value;
        });
    }

    @Test
    void raced_readThrough_neverSeesAnOlderValue() {
        AtomicIntegerArray records = new AtomicIntegerArray(KEYS);
        CacheLoader<String, Integer> loader = new CacheLoader<>() {
            @Override
            public Integer load(String key) {
                return records.get(Integer.parseInt(key.substring(1)));
            }

            @Override
            public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
                throw new UnsupportedOperationException();
            }
        };
        LarderCache<String, Integer> cache = larder(tagged().setReadThrough(true)
                .setCacheLoaderFactory(() -> loader)
                .setTagger((key, value) -> Set.of("r:" + key.substring(1))));
        race(cache, records, (key, at) -> cache.get("k" + key));
    }

    @Test
    void raced_invoke_neverSeesAnOlderValue() {
        LarderCache<String, Integer> cache = larder(byKey());
        race(cache, (key, at) -> cache.invoke("k" + key, ifAbsent(() -> at.get(key))));
    }

    @Test
    void raced_invokeAll_neverSeesAnOlderValue() {
        LarderCache<String, Integer> cache = larder(byKey());
        race(cache, (key, at) -> {
            Map<String, EntryProcessorResult<Integer>> results =
                    cache.invokeAll(Set.of("k" + key, "other"), ifAbsent(() -> at.get(key)));
            return Objects.requireNonNull(results.get("k" + key)).get();
        });
    }

    private static EntryProcessor<String, Integer, Integer> ifAbsent(IntSupplier source) {
        return (entry, none) -> {
            if (!entry.exists()) {
                int value = source.getAsInt();
                Thread.yield();
                entry.setValue(value);
            }
            return entry.getValue();
        };
    }

    private static LarderConfiguration<String, Integer> byKey() {
        return tagged().setTagger((key, value) -> Set.of("r:" + key.substring(1)));
    }

    private interface Recompute {
        int value(int key, AtomicIntegerArray records);
    }

    private static void race(LarderCache<String, Integer> cache, Recompute recompute) {
        race(cache, new AtomicIntegerArray(KEYS), recompute);
    }

    private static void race(LarderCache<String, Integer> cache, AtomicIntegerArray records, Recompute recompute) {
        AtomicIntegerArray done = new AtomicIntegerArray(KEYS);
        AtomicInteger hits = new AtomicInteger();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < READS; i++) {
                int key = i % KEYS;
                if (thread == 0 && i % 3 == 0) {
                    int next = records.incrementAndGet(key);
                    cache.invalidateTags(Set.of("r:" + key));
                    done.set(key, next);
                } else {
                    int before = done.get(key);
                    Integer seen = cache.get("k" + key);
                    if (seen == null) {
                        seen = recompute.value(key, records);
                    } else {
                        hits.incrementAndGet();
                    }
                    assertThat(seen).as("key %s", key).isGreaterThanOrEqualTo(before);
                }
            }
        });
        assertThat(hits).as("reads that were served").hasPositiveValue();
    }
}
