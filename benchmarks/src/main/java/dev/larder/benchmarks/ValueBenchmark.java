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

    private Cache<Integer, Object> cache;
    private Integer[] draws;
    private final Object[] values = new Object[Sizes.KEYS];

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = subject.open(payload.scenario(), Sizes.BOUND);
        draws = Draws.of(Sizes.KEYS);
        for (int key = 0; key < Sizes.KEYS; key++) {
            values[key] = payload.value(key);
            cache.put(key, values[key]);
        }
    }

    /** Every key is there. */
    @Benchmark
    public Object get(Cursor cursor) {
        return cache.get(draws[cursor.next()]);
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        Integer key = draws[cursor.next()];
        cache.put(key, values[key]);
    }
}
