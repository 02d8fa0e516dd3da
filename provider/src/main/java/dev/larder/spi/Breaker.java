package dev.larder.spi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone that does not answer: after some failures in a row calls fail at once, and once
 * in a while a single one tries again. Its success lets all through. After a single call that waited in vain
 * they do so for a moment only, so that an operation of several calls does not wait for each of them. For
 * stores whose server is remote. Thread-safe.
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
     * @param failuresAllowed after how many failures in a row the server is left alone
     * @param pause how long it is left alone before a call tries again
     * @param nanos a clock that only runs forward, as {@code System::nanoTime}
     */
    public Breaker(int failuresAllowed, Duration pause, LongSupplier nanos) {
        this.failuresAllowed = failuresAllowed;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether a call may be made now; of many who ask while the server is away, one may after each pause. */
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

    /** Whether a call would not be allowed now; takes nobody's turn to try. */
    public boolean isShut() {
        long trial = nextTrial.get();
        return trial != CLOSED && nanos.getAsLong() - trial < 0;
    }

    /** The server has answered, be it with an error. Gives whether it had been left alone before. */
    public boolean succeeded() {
        if (failures.get() == 0) {
            return false;
        }
        boolean wasLeftAlone = failures.getAndSet(0) >= failuresAllowed;
        nextTrial.set(CLOSED);
        return wasLeftAlone;
    }

    /** The server could not be reached. Gives whether it is left alone from now on. */
    public boolean failed() {
        int inARow = failures.incrementAndGet();
        if (inARow >= failuresAllowed) {
            nextTrial.set(later(nanos.getAsLong(), pauseNanos));
        }
        return inARow == failuresAllowed;
    }

    /** A call has waited for as long as it may. Gives whether the server is left alone from now on, for more than a moment. */
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
