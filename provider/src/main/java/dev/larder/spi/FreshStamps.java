package dev.larder.spi;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Generates unique numbers: a sequence from an unguessable start, mixed by a bijection. */
final class FreshStamps {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private static final AtomicLong SEQUENCE = new AtomicLong(new SecureRandom().nextLong());

    private FreshStamps() {}

    static long next() {
        long stamp = mix(SEQUENCE.getAndAdd(STRIDE));
        return stamp != Stamps.NONE ? stamp : next();
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
