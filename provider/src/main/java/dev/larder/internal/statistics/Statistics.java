package dev.larder.internal.statistics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The counts of a cache since it was opened or cleared. They are exact, immediate and cheap to update. Thread-safe. */
public final class Statistics {
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder puts = new LongAdder();
    private final LongAdder removals = new LongAdder();
    private final LongSupplier evictions;
    private volatile long evictionsBefore;
    private final Timing gets = new Timing();
    private final Timing putTimes = new Timing();
    private final Timing removeTimes = new Timing();

    /**
     * @param evictions how many entries the store has evicted since it was opened
     */
    public Statistics(LongSupplier evictions) {
        this.evictions = evictions;
    }

    public void addHits(long count) {
        hits.add(count);
    }

    public void addMisses(long count) {
        misses.add(count);
    }

    public void addPuts(long count) {
        puts.add(count);
    }

    public void addRemovals(long count) {
        removals.add(count);
    }

    public long hits() {
        return hits.sum();
    }

    public long misses() {
        return misses.sum();
    }

    public long puts() {
        return puts.sum();
    }

    public long removals() {
        return removals.sum();
    }

    public long evictions() {
        return evictions.getAsLong() - evictionsBefore;
    }

    /** The durations of reads. */
    public Timing gets() {
        return gets;
    }

    /** The durations of writes. */
    public Timing putTimes() {
        return putTimes;
    }

    /** The durations of removals. */
    public Timing removeTimes() {
        return removeTimes;
    }

    /** Resets all counts and durations. */
    public void clear() {
        hits.reset();
        misses.reset();
        puts.reset();
        removals.reset();
        evictionsBefore = evictions.getAsLong();
        gets.clear();
        putTimes.clear();
        removeTimes.clear();
    }

    /** The mean of the sampled durations. */
    public static final class Timing {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder samples = new LongAdder();
        // Read before every operation, so not volatile: a thread that sees the change late takes one sample more.
        private boolean sampled;

        /** Adds one sample, in nanoseconds. */
        public void add(long duration) {
            add(duration, 1);
        }

        /** Adds several samples that took this many nanoseconds together. */
        public void add(long duration, int count) {
            nanos.add(duration);
            samples.add(count);
            sampled = true;
        }

        /** Whether there is no sample yet. */
        public boolean isEmpty() {
            return !sampled;
        }

        /** The mean in microseconds, 0 if nothing was sampled. */
        public float meanMicros() {
            long count = samples.sum();
            return count == 0 ? 0 : (float) nanos.sum() / count / TimeUnit.MICROSECONDS.toNanos(1);
        }

        void clear() {
            nanos.reset();
            samples.reset();
            sampled = false;
        }
    }
}
