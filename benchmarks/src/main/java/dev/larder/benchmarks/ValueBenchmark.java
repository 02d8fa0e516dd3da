package dev.larder.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and writing a cache that keeps values by value, for values of several kinds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings({"NullAway.Init", "NullAway"}) // JMH sets the fields; a miss may be null
public class ValueBenchmark {
    /** Whose cache. */
    @Param
    public Subject subject;

    /** What kind of value. */
    @Param
    public Payload payload;

    private Cache<String, Object> cache;
    private Stock<Object> stock;

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = subject.open(payload.scenario(), Sizes.BOUND);
        stock = new Stock<>(payload::value);
        stock.fill(cache::put);
    }

    /** Every key is there. */
    @Benchmark
    public Object get(Cursor cursor) {
        return cache.get(stock.key(cursor.next()));
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        int position = cursor.next();
        cache.put(stock.key(position), stock.value(position));
    }
}
