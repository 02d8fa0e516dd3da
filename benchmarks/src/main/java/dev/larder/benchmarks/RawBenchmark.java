package dev.larder.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Caffeine by itself, with the same bound: what the map alone costs, without any JCache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class RawBenchmark {
    private Cache<Integer, String> cache;
    private Integer[] draws;
    private final String[] values = new String[Sizes.KEYS];

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = Caffeine.newBuilder().maximumSize(Sizes.BOUND).build();
        draws = Draws.of(Sizes.KEYS);
        for (int key = 0; key < Sizes.KEYS; key++) {
            values[key] = "value " + key;
            cache.put(key, values[key]);
        }
    }

    /** Every key is there. */
    @Benchmark
    public @Nullable String get(Cursor cursor) {
        return cache.getIfPresent(draws[cursor.next()]);
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        Integer key = draws[cursor.next()];
        cache.put(key, values[key]);
    }

    /** Replaces a value and gives the former one. */
    @Benchmark
    public @Nullable String getAndPut(Cursor cursor) {
        Integer key = draws[cursor.next()];
        return cache.asMap().put(key, values[key]);
    }
}
