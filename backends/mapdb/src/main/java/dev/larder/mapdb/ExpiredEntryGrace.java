package dev.larder.mapdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Delays the removal of expired entries by two minutes of real time, however far the cache's clock jumps. Until then
 * expiry events can still be delivered for them.
 */
final class ExpiredEntryGrace {
    private static final long NANOS = Duration.ofMinutes(2).toNanos();
    private static final long APART = Duration.ofSeconds(10).toNanos();

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * Returns the time by which an entry must have expired to be removed now.
     *
     * @param nanos the real time in nanoseconds
     * @param now the cache's time in milliseconds
     */
    long due(long nanos, long now) {
        Look last = looks.peekLast();
        if (last == null || nanos - last.nanos >= APART) {
            looks.add(new Look(nanos, now));
        }
        long due = Long.MIN_VALUE;
        for (Look each : looks) {
            if (nanos - each.nanos >= NANOS) {
                due = each.now;
            }
        }
        while (looks.size() > 1 && nanos - looks.getFirst().nanos >= NANOS + APART) {
            looks.removeFirst();
        }
        return Math.min(due, now);
    }

    private record Look(long nanos, long now) {}
}
