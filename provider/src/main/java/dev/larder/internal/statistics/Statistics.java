package dev.larder.internal.statistics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What a cache has done since it was opened or cleared. Exact, immediate, cheap to add to. */
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
     * @param evictions how many entries the store has dropped since it was opened
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

    /** How long reads took. */
    public Timing gets() {
        return gets;
    }

    /** How long writes took. */
    public Timing putTimes() {
        return putTimes;
    }

    /** How long removals took. */
    public Timing removeTimes() {
        return removeTimes;
    }

    /** Back to zero. */
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

    /** The mean of the durations that were sampled. */
    public static final class Timing {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder samples = new LongAdder();
        // Looked at before every operation, so not volatile: who comes by a moment late takes a sample more.
        private boolean sampled;

        /** Adds one sample. */
        public void add(long duration) {
            add(duration, 1);
        }

        /** Adds as many samples, which took this long together. */
        public void add(long duration, int count) {
            nanos.add(duration);
            samples.add(count);
            sampled = true;
        }

        /** Whether a sample is wanted, because there is none. */
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
