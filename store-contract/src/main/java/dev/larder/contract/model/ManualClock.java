package dev.larder.contract.model;

import dev.larder.spi.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that moves only when the test moves it. It starts at the present time, because stores may read expiries
 * too. Thread-safe.
 */
public final class ManualClock implements Clock {
    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

    @Override
    public long millis() {
        return millis.get();
    }

    /** Moves the clock forward. */
    public void passMinutes(int minutes) {
        millis.addAndGet(TimeUnit.MINUTES.toMillis(minutes));
    }
}
