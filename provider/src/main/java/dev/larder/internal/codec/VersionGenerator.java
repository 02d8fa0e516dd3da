package dev.larder.internal.codec;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that no record has had before: a sequence from a start that nobody can guess, stirred so
 * that each number is met once in 2^64. Two JVMs differ by their starts. Thread-safe.
 */
final class VersionGenerator {
    /** Odd, so that the sequence meets every number; near 2^64 over the golden ratio, so that it is spread well. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final AtomicLong sequence = new AtomicLong(new SecureRandom().nextLong());

    /** Any number but 0, which stands for a record too short to have one. */
    long next() {
        long version = stirred(sequence.getAndAdd(STRIDE));
        return version != 0 ? version : next();
    }

    // Each step can be undone, so different numbers stay different.
    private static long stirred(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
