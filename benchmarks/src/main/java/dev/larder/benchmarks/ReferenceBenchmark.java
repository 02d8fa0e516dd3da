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
    private static final EntryProcessor<String, String, String> READING = (entry, arguments) -> entry.getValue();
    private static final EntryProcessor<String, String, String> UPDATING = (entry, arguments) -> {
        String before = entry.getValue();
        entry.setValue((String) arguments[0]);
        return before;
    };
    private static final int NEW_EVERY = 4;

    /** Whose cache. */
    @Param
    public Subject subject;

    /** The configurations of the cache. */
    @Param
    public Mood mood;

    private Cache<String, String> cache;
    private final Stock<String> stock = new Stock<>(number -> "value " + number);

    /** Fills a new cache. */
    @Setup
    public void fill() {
        cache = subject.open(mood.scenario(String.class, String.class), Sizes.BOUND);
        stock.fill(cache::put);
    }

    /** Every key is there. */
    @Benchmark
    public String get(Cursor cursor) {
        return cache.get(stock.key(cursor.next()));
    }

    /** Replaces a value. */
    @Benchmark
    public void put(Cursor cursor) {
        int position = cursor.next();
        cache.put(stock.key(position), stock.value(position));
    }

    /** Replaces a value and gives the former one. */
    @Benchmark
    public String getAndPut(Cursor cursor) {
        int position = cursor.next();
        return cache.getAndPut(stock.key(position), stock.value(position));
    }

    /** Three of four keys are old ones; the fourth is new, or long gone, and some other has to leave. */
    @Benchmark
    public boolean putIfAbsent(Cursor cursor) {
        int position = cursor.next();
        String key = position % NEW_EVERY == 0 ? stock.stranger(cursor.nextStranger()) : stock.key(position);
        return cache.putIfAbsent(key, stock.value(position));
    }

    /** A processor that reads the value. */
    @Benchmark
    public String invokeReading(Cursor cursor) {
        return cache.invoke(stock.key(cursor.next()), READING);
    }

    /** A processor that reads the value and sets another. */
    @Benchmark
    public String invokeUpdating(Cursor cursor) {
        int position = cursor.next();
        return cache.invoke(stock.key(position), UPDATING, stock.value(position));
    }
}
