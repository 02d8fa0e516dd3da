package dev.larder.internal.engine;

import dev.larder.internal.engine.operation.LookupOutcome;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.statistics.Statistics;
import dev.larder.internal.statistics.Statistics.Timing;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Counts transitions, if statistics are on. Counts are exact. Durations are sampled, one in {@value #SAMPLING} and the
 * first of each kind, because reading the clock twice costs more than a read from the heap. What is counted is what is
 * timed: a lookup as a get, a stored value as a put, a removed entry as a removal.
 */
public final class StatisticsRecorder {
    private static final int SAMPLING = 64;

    private final Statistics statistics;
    private final Timing gets;
    private final Timing puts;
    private final Timing removals;
    private volatile boolean enabled;

    public StatisticsRecorder(boolean enabled, LongSupplier evictions) {
        this.statistics = new Statistics(evictions);
        this.gets = statistics.gets();
        this.puts = statistics.putTimes();
        this.removals = statistics.removeTimes();
        this.enabled = enabled;
    }

    public Statistics statistics() {
        return statistics;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    /** The start of a read in nanoseconds, 0 if it is not timed. */
    long begin() {
        return enabled && (gets.isEmpty() || isSampled()) ? System.nanoTime() | 1 : 0;
    }

    /** The start of an operation in nanoseconds, 0 if it is not timed. */
    long begin(Operation.Kind kind) {
        return enabled && (needsFirstSample(kind) || isSampled()) ? System.nanoTime() | 1 : 0;
    }

    private static boolean isSampled() {
        return ThreadLocalRandom.current().nextInt(SAMPLING) == 0;
    }

    private boolean needsFirstSample(Operation.Kind kind) {
        return switch (kind) {
            case READ -> gets.isEmpty();
            case PUT -> puts.isEmpty();
            case REMOVE -> removals.isEmpty();
            case REMOVE_EXPECTED -> gets.isEmpty() || removals.isEmpty();
            case SWAP, CREATE, UPDATE, PROCESS -> gets.isEmpty() || puts.isEmpty();
        };
    }

    /** Records the end of this many reads. */
    void end(long begin, int reads) {
        if (begin != 0 && reads > 0) {
            gets.add(since(begin), reads);
        }
    }

    void end(long begin, Transition<?, ?, ?> transition) {
        if (begin != 0) {
            time(transition, since(begin));
        }
    }

    /** Records the end of transitions that ran together. */
    void end(long begin, List<? extends Transition<?, ?, ?>> transitions) {
        if (begin != 0 && !transitions.isEmpty()) {
            long each = Math.max(1, since(begin) / transitions.size());
            transitions.forEach(transition -> time(transition, each));
        }
    }

    // The clock may not advance between two readings. A duration of zero would look as if nothing had been sampled.
    private static long since(long begin) {
        return Math.max(1, System.nanoTime() - begin);
    }

    private void time(Transition<?, ?, ?> transition, long duration) {
        if (transition.decision().lookupOutcome() != LookupOutcome.UNCOUNTED) {
            gets.add(duration);
        }
        if (transition.countsPut()) {
            puts.add(duration);
        } else if (transition.countsRemoval()) {
            removals.add(duration);
        }
    }

    void hit() {
        if (enabled) {
            statistics.addHits(1);
        }
    }

    /** Counts a lookup without any further effect. */
    public void countLookup(boolean hit) {
        if (enabled) {
            count(hit ? LookupOutcome.HIT : LookupOutcome.MISS);
        }
    }

    /** Counts this many puts that ran together since {@code begin}. */
    void puts(long begin, int count) {
        if (enabled) {
            statistics.addPuts(count);
        }
        if (begin != 0 && count > 0) {
            puts.add(since(begin), count);
        }
    }

    void count(Transition<?, ?, ?> transition) {
        if (!enabled) {
            return;
        }
        count(transition.decision().lookupOutcome());
        if (transition.countsPut()) {
            statistics.addPuts(1);
        } else if (transition.countsRemoval()) {
            statistics.addRemovals(1);
        }
    }

    private void count(LookupOutcome lookupOutcome) {
        switch (lookupOutcome) {
            case HIT -> statistics.addHits(1);
            case MISS -> statistics.addMisses(1);
            case UNCOUNTED -> {}
        }
    }
}
