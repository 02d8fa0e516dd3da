package dev.larder.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for an effect of another thread. */
public final class Eventually {
    private static final long STEP = Duration.ofMillis(2).toNanos();

    private Eventually() {}

    /** Waits until a condition holds, up to the limit. Returns whether it holds. */
    public static boolean is(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(STEP);
        }
        return true;
    }
}
