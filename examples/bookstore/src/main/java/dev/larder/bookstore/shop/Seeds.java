package dev.larder.bookstore.shop;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Independent streams of random numbers from the one seed of a run. */
public final class Seeds {
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;

    private Seeds() {}

    /** The numbers of one stream; equal seed and stream give equal numbers. */
    public static RandomGenerator stream(long seed, int stream) {
        return new SplittableRandom(seed + stream * STRIDE);
    }
}
