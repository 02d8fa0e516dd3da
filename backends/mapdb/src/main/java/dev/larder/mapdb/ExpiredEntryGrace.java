package dev.larder.mapdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long what has expired is left alone, so that those who tell listeners of it can find it: two minutes of real
 * time, however far the clock jumps by which it expired.
 */
final class ExpiredEntryGrace {
    private static final long NANOS = Duration.ofMinutes(2).toNanos();
    private static final long APART = Duration.ofSeconds(10).toNanos();

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * What has expired by this moment may go.
     *
     * @param nanos real time
     * @param now milliseconds, by the clock of the cache
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
