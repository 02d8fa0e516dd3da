package dev.larder.mapdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Delays the removal of expired entries by two minutes of real time, however far the cache's clock jumps. Until then
 * expiry events can still be delivered for them.
 */
final class ExpiryDelay {
    private static final long DELAY_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long SAMPLE_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Returns the time by which an entry must have expired to be removed now.
     *
     * @param nanos the real time in nanoseconds
     * @param now the cache's time in milliseconds
     */
    long removableBefore(long nanos, long now) {
        Sample last = samples.peekLast();
        if (last == null || nanos - last.nanos >= SAMPLE_INTERVAL_NANOS) {
            samples.add(new Sample(nanos, now));
        }
        long limit = Long.MIN_VALUE;
        for (Sample each : samples) {
            if (nanos - each.nanos >= DELAY_NANOS) {
                limit = each.now;
            }
        }
        while (samples.size() > 1 && nanos - samples.getFirst().nanos >= DELAY_NANOS + SAMPLE_INTERVAL_NANOS) {
            samples.removeFirst();
        }
        return Math.min(limit, now);
    }

    private record Sample(long nanos, long now) {}
}
