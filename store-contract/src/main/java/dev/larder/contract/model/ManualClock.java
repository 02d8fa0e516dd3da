package dev.larder.contract.model;

import dev.larder.spi.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on when it is told to. It begins at the present, for stores that have a look themselves. */
public final class ManualClock implements Clock {
    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

    @Override
    public long millis() {
        return millis.get();
    }

    /** Goes on. */
    public void passMinutes(int minutes) {
        millis.addAndGet(TimeUnit.MINUTES.toMillis(minutes));
    }
}
