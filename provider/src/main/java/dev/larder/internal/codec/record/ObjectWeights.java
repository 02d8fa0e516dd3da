package dev.larder.internal.codec.record;

import java.util.Arrays;

/**
 * The weight of each object in a record: its length if all objects it refers to were written out in place. Shared
 * nested lists multiply their weight with each level, while the record grows by a few bytes.
 */
public final class ObjectWeights {
    private static final int FEW = 16;

    /** The length up to which the array is kept for the next record. */
    private static final int KEPT = 4096;

    /** The maximum weight of an object, so that no sum overflows. */
    private static final long MOST = 1L << 32;

    /**
     * Weights by object number. For an object that is being read, a negative number that encodes the weight before it.
     */
    private long[] weights = new long[FEW];

    private long shared;
    private long now;

    /** The weight of everything read up to a position. */
    public long at(int position) {
        return position + shared;
    }

    /** Begins an object. It has this number if it turns out to be a new one. */
    public long begin(int number, int position) {
        if (number >= weights.length) {
            weights = Arrays.copyOf(weights, 2 * number);
        }
        now = at(position);
        weights[number] = -1 - now;
        return now;
    }

    /** Completes a new object. */
    public void end(int number, long begin, int position) {
        weights[number] = Math.min(MOST, at(position) - begin);
    }

    /** Adds a reference to an earlier object. */
    public void addReference(int number) {
        long weight = weights[number];
        shared += weight >= 0 ? weight : Math.min(MOST, now + 1 + weight);
    }

    /** Discards the references since the weight at a position had this value. */
    public void resetTo(long weight, int position) {
        shared = weight - position;
    }

    public void reset() {
        shared = 0;
        if (weights.length > KEPT) {
            weights = new long[FEW];
        }
    }
}
