package dev.larder.internal.lock;

import java.time.Duration;

/**
 * How long to wait for a lock.
 *
 * @param perHolder nanoseconds without a change of the holder
 * @param inAll nanoseconds in total, with any number of holders
 */
public record WaitLimit(long perHolder, long inAll) {
    /** For calls that are usually short: entry processors, writers, listeners. */
    public static final WaitLimit CALLS = of(Duration.ofSeconds(1));

    /** For loads, which may be slow. */
    public static final WaitLimit LOADS = of(Duration.ofSeconds(10));

    private static final int HOLDERS = 10;

    private static WaitLimit of(Duration perHolder) {
        return new WaitLimit(perHolder.toNanos(), HOLDERS * perHolder.toNanos());
    }
}
