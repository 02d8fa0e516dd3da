package dev.larder.mapdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Delays the removal of expired entries by two minutes of real time, however far the cache's clock jumps. Until then
 * expiry events can still be delivered for them.
 */
final class ExpiryDelay {
    private static final long NANOS = Duration.ofMinutes(2).toNanos();
    private static final long APART = Duration.ofSeconds(10).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Returns the time by which an entry must have expired to be removed now.
     *
     * @param nanos the real time in nanoseconds
     * @param now the cache's time in milliseconds
     */
    long removableBefore(long nanos, long now) {
        Sample last = samples.peekLast();
        if (last == null || nanos - last.nanos >= APART) {
            samples.add(new Sample(nanos, now));
        }
        long due = Long.MIN_VALUE;
        for (Sample each : samples) {
            if (nanos - each.nanos >= NANOS) {
                due = each.now;
            }
        }
        while (samples.size() > 1 && nanos - samples.getFirst().nanos >= NANOS + APART) {
            samples.removeFirst();
        }
        return Math.min(due, now);
    }

    private record Sample(long nanos, long now) {}
}
