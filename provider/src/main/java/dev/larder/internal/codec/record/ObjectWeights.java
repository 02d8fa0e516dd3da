package dev.larder.internal.codec.record;

import java.util.Arrays;

/**
 * How long each object of a record would be if all that it refers to were spelt out where it stands. Lists of lists
 * that are shared grow by a factor with each level, while the record grows by a few bytes.
 */
public final class ObjectWeights {
    private static final int FEW = 16;

    /** No object counts for more, so that no sum overflows. */
    private static final long MOST = 1L << 32;

    /** By the number of an object; for one that is still being read, what stood before it, and negative. */
    private long[] weights = new long[FEW];

    private long shared;
    private long now;

    /** What was read up to a position. */
    public long at(int position) {
        return position + shared;
    }

    /** An object begins. It has this number if it turns out to be a new one. */
    public long begin(int number, int position) {
        if (number >= weights.length) {
            weights = Arrays.copyOf(weights, 2 * number);
        }
        now = at(position);
        weights[number] = -1 - now;
        return now;
    }

    /** A new object is complete. */
    public void end(int number, long begin, int position) {
        weights[number] = Math.min(MOST, at(position) - begin);
    }

    /** An object is met again. */
    public void refer(int number) {
        long weight = weights[number];
        shared += weight >= 0 ? weight : Math.min(MOST, now + 1 + weight);
    }

    /** Forgets what was referred to since the weight at a position was this. */
    public void backTo(long weight, int position) {
        shared = weight - position;
    }

    public void reset() {
        shared = 0;
    }
}
