package dev.larder.internal.engine;

import dev.larder.internal.statistics.Statistics;
import dev.larder.internal.statistics.Statistics.Timing;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Counts turns, if statistics are on. Counts are exact; durations are sampled, one in {@value #SAMPLING},
 * because two looks at the clock cost more than a read from the heap.
 */
public final class Tally {
    private static final int SAMPLING = 64;

    private final Statistics statistics;
    private volatile boolean enabled;

    public Tally(boolean enabled, LongSupplier evictions) {
        this.statistics = new Statistics(evictions);
        this.enabled = enabled;
    }

    public Statistics statistics() {
        return statistics;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    /** The beginning of an operation's time, 0 if it is not to be timed. */
    long begin() {
        return enabled && ThreadLocalRandom.current().nextInt(SAMPLING) == 0 ? System.nanoTime() | 1 : 0;
    }

    void end(long begin, Operation.Kind kind) {
        if (begin != 0) {
            timing(kind).add(System.nanoTime() - begin);
        }
    }

    private Timing timing(Operation.Kind kind) {
        return switch (kind) {
            case READ, PROCESS -> statistics.gets();
            case REMOVE -> statistics.removeTimes();
            case PUT, SWAP, CREATE, UPDATE -> statistics.putTimes();
        };
    }

    void hit() {
        if (enabled) {
            statistics.addHits(1);
        }
    }

    void puts(int count) {
        if (enabled) {
            statistics.addPuts(count);
        }
    }

    void count(Turn<?, ?, ?> turn) {
        if (!enabled) {
            return;
        }
        switch (turn.verdict().presence()) {
            case HIT -> statistics.addHits(1);
            case MISS -> statistics.addMisses(1);
            case UNCOUNTED -> {}
        }
        if (turn.countsPut()) {
            statistics.addPuts(1);
        } else if (turn.countsRemoval()) {
            statistics.addRemovals(1);
        }
    }
}
