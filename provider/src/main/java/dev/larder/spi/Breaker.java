package dev.larder.spi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone that does not answer: after some failures in a row calls fail at once, and once
 * in a while a single one tries again. Its success lets all through. For stores whose server is remote.
 * Thread-safe.
 */
public final class Breaker {
    private static final long CLOSED = Long.MIN_VALUE;

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
        return now - trial >= 0 && nextTrial.compareAndSet(trial, later(now));
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
        failures.set(0);
        return nextTrial.getAndSet(CLOSED) != CLOSED;
    }

    /** The server has not answered. Gives whether it is left alone from now on. */
    public boolean failed() {
        if (failures.incrementAndGet() < failuresAllowed) {
            return false;
        }
        return nextTrial.getAndSet(later(nanos.getAsLong())) == CLOSED;
    }

    private long later(long now) {
        long then = now + pauseNanos;
        return then == CLOSED ? then + 1 : then;
    }
}
