package dev.larder.internal.codec;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates unique numbers: a sequence from an unguessable start, mixed so that each number occurs once in 2^64. JVMs
 * differ by their starts. Thread-safe.
 */
final class VersionGenerator {
    /** Odd, so that the sequence reaches every number. Near 2^64 divided by the golden ratio, for a good spread. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final AtomicLong sequence = new AtomicLong(new SecureRandom().nextLong());

    /** The next number. Never 0, which stands for a record too short to have a version. */
    long next() {
        long version = mix(sequence.getAndAdd(STRIDE));
        return version != 0 ? version : next();
    }

    // Each step is reversible, so different numbers stay different.
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
