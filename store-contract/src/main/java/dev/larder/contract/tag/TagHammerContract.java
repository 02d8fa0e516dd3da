package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.LarderEntry;
import dev.larder.Lease;
import dev.larder.contract.ParallelThreads;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Writers, invalidations and readers at the same time, through two managers if these share entries. A read that begins
 * after {@code invalidateTags} has returned must not return an older value.
 */
@Timeout(900)
abstract class TagHammerContract extends TagCase {
    private static final int READS = Integer.getInteger("larder.contract.hammer", 30_000);
    private static final int THREADS = 6;
    private static final int WRITERS = 2;
    private static final int KEYS = 8;

    /** Every n-th step of a writer is a change. */
    private static final int CHANGES = 5;

    private final AtomicIntegerArray records = new AtomicIntegerArray(KEYS);
    private final AtomicIntegerArray promised = new AtomicIntegerArray(KEYS);
    private final LongAdder reads = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder changes = new LongAdder();

    @Test
    void hammered_readsAfterAnInvalidation_neverGiveAnOlderValue(TestReporter reporter) {
        try (CacheManager second =
                openManager(new URLClassLoader(new URL[0], getClass().getClassLoader()))) {
            String name = newName();
            LarderCache<String, Integer> one = open(manager, name);
            LarderCache<String, Integer> other = open(second, name);
            one.put("probe", 1);
            boolean shared = other.containsKey("probe");
            int steps = READS / (THREADS - WRITERS) + 1;
            ParallelThreads.run(THREADS, thread -> work(thread, steps, shared && thread % 2 == 1 ? other : one));
            reporter.publishEntry(
                    variant + ", " + address(),
                    reads + " reads, " + hits + " of them served, " + changes + " invalidations, "
                            + (shared ? "two managers" : "one manager"));
        }
        assertThat(hits.sum()).as("reads that were served").isPositive();
        assertThat(reads.sum()).isGreaterThanOrEqualTo(READS);
    }

    private void work(int thread, int steps, LarderCache<String, Integer> cache) {
        for (int step = 0; step < steps; step++) {
            if (thread < WRITERS && step % CHANGES == 0) {
                change(cache, thread + step / CHANGES % (KEYS / WRITERS) * WRITERS);
            } else {
                read(cache, (thread + step) % KEYS, step);
            }
        }
    }

    // Each key has one writer, so that the values to be expected never decrease.
    private void change(LarderCache<String, Integer> cache, int key) {
        int next = records.incrementAndGet(key);
        cache.invalidateTags(Set.of("record:" + key));
        promised.set(key, next);
        changes.increment();
    }

    private void read(LarderCache<String, Integer> cache, int key, int step) {
        int before = promised.get(key);
        Integer seen = readByStep(cache, "k" + key, step);
        reads.increment();
        if (seen == null) {
            Lease lease = cache.lease(Set.of("record:" + key));
            cache.put("k" + key, records.get(key), lease);
            return;
        }
        hits.increment();
        if (seen < before) {
            throw new AssertionError("key " + key + " gave " + seen + " after " + before + " had been promised");
        }
    }

    private static @Nullable Integer readByStep(LarderCache<String, Integer> cache, String key, int step) {
        return switch (step % 8) {
            case 0 -> cache.getAll(Set.of(key)).get(key);
            case 1 -> value(cache.entry(key));
            case 2 -> cache.invoke(key, (entry, none) -> entry.getValue());
            default -> cache.get(key);
        };
    }

    private static @Nullable Integer value(@Nullable LarderEntry<String, Integer> entry) {
        return entry == null ? null : entry.getValue();
    }

    @SuppressWarnings("unchecked")
    private static LarderCache<String, Integer> open(CacheManager manager, String name) {
        return manager.createCache(name, tagged()).unwrap(LarderCache.class);
    }
}
