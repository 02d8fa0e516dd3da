package dev.larder.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The operations of a cache that keeps values by reference. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings({"NullAway.Init", "NullAway"}) // JMH sets the fields; a miss may be null
public class ReferenceBenchmark {
    private static final EntryProcessor<Integer, String, String> READING = (entry, arguments) -> entry.getValue();
    private static final EntryProcessor<Integer, String, String> UPDATING = (entry, arguments) -> {
        String before = entry.getValue();
        entry.setValue((String) arguments[0]);
        return before;
    };
    private static final int NEW_EVERY = 4;

    /** Whose cache. */
    @Param
    public Subject subject;

    /** What the cache is told to do. */
    @Param
    public Mood mood;

    private Cache<Integer, String> cache;
    private Integer[] draws;
    private final String[] values = new String[Sizes.KEYS];

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = subject.open(mood.scenario(Integer.class, String.class), Sizes.BOUND);
        draws = Draws.of(Sizes.KEYS);
        for (int key = 0; key < Sizes.KEYS; key++) {
            values[key] = "value " + key;
            cache.put(key, values[key]);
        }
    }

    /** Every key is there. */
    @Benchmark
    public String get(Cursor cursor) {
        return cache.get(draws[cursor.next()]);
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        Integer key = draws[cursor.next()];
        cache.put(key, values[key]);
    }

    /** Replaces a value and gives the former one. */
    @Benchmark
    public String getAndPut(Cursor cursor) {
        Integer key = draws[cursor.next()];
        return cache.getAndPut(key, values[key]);
    }

    /** Three of four keys are old ones; the fourth was never seen before, and some other has to leave. */
    @Benchmark
    public boolean putIfAbsent(Cursor cursor) {
        int position = cursor.next();
        Integer key = position % NEW_EVERY == 0 ? cursor.unseen() : draws[position];
        return cache.putIfAbsent(key, values[position]);
    }

    /** A processor that looks at the value. */
    @Benchmark
    public String invokeReading(Cursor cursor) {
        return cache.invoke(draws[cursor.next()], READING);
    }

    /** A processor that looks at the value and sets another. */
    @Benchmark
    public String invokeUpdating(Cursor cursor) {
        Integer key = draws[cursor.next()];
        return cache.invoke(key, UPDATING, values[key]);
    }
}
