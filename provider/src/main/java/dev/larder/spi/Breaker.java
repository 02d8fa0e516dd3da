package dev.larder.spi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A circuit breaker for a remote server. After a number of failures in a row, calls fail at once, and a single call per
 * pause tries again. If that call succeeds, all calls are allowed again. A single call that timed out also blocks
 * calls, but only for 50 milliseconds, so that an operation of several calls does not wait for each of them.
 * Thread-safe.
 */
public final class Breaker {
    private static final long CLOSED = Long.MIN_VALUE;
    private static final long MOMENT_NANOS = 50_000_000;

    private final int failuresAllowed;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTrial = new AtomicLong(CLOSED);

    /**
     * @param failuresAllowed the number of failures in a row after which calls are blocked
     * @param pause how long calls are blocked before one tries again
     * @param nanos a monotonic clock such as {@code System::nanoTime}
     */
    public Breaker(int failuresAllowed, Duration pause, LongSupplier nanos) {
        this.failuresAllowed = failuresAllowed;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether a call may be made now. While calls are blocked, one caller gets true after each pause. */
    public boolean allows() {
        long trial = nextTrial.get();
        if (trial == CLOSED) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - trial < 0) {
            return false;
        }
        boolean wasForAMoment = failures.get() < failuresAllowed;
        return nextTrial.compareAndSet(trial, wasForAMoment ? CLOSED : later(now, pauseNanos)) || wasForAMoment;
    }

    /** Whether a call would be refused now. Does not use up the trial call. */
    public boolean isOpen() {
        long trial = nextTrial.get();
        return trial != CLOSED && nanos.getAsLong() - trial < 0;
    }

    /** Records that the server has answered, even with an error. Returns whether calls had been blocked before. */
    public boolean succeeded() {
        if (failures.get() == 0) {
            return false;
        }
        boolean wasLeftAlone = failures.getAndSet(0) >= failuresAllowed;
        nextTrial.set(CLOSED);
        return wasLeftAlone;
    }

    /** Records that the server could not be reached. Returns whether this failure is the one that blocks calls. */
    public boolean failed() {
        int inARow = failures.incrementAndGet();
        if (inARow >= failuresAllowed) {
            nextTrial.set(later(nanos.getAsLong(), pauseNanos));
        }
        return inARow == failuresAllowed;
    }

    /** Records that a call has timed out. Returns whether this blocks calls for the whole pause. */
    public boolean timedOut() {
        boolean leftAlone = failed();
        nextTrial.compareAndSet(CLOSED, later(nanos.getAsLong(), MOMENT_NANOS));
        return leftAlone;
    }

    private static long later(long now, long pause) {
        long then = now + pause;
        return then == CLOSED ? then + 1 : then;
    }
}
