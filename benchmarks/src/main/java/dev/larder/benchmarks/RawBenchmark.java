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
    private Cache<String, String> cache;
    private final Stock<String> stock = new Stock<>(number -> "value " + number);

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = Caffeine.newBuilder().maximumSize(Sizes.BOUND).build();
        stock.fill(cache::put);
    }

    /** Every key is there. */
    @Benchmark
    public @Nullable String get(Cursor cursor) {
        return cache.getIfPresent(stock.key(cursor.next()));
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        int position = cursor.next();
        cache.put(stock.key(position), stock.value(position));
    }

    /** Replaces a value and gives the former one. */
    @Benchmark
    public @Nullable String getAndPut(Cursor cursor) {
        int position = cursor.next();
        return cache.asMap().put(stock.key(position), stock.value(position));
    }
}
