package dev.larder.benchmarks;

import java.util.Arrays;
import java.util.Random;

/**
 * Keys drawn beforehand, some far more often than others (Zipf's law, exponent 0.99), the same for
 * every subject and run. Each draw is an object of its own, as keys from outside are. They are strings,
 * as most keys are; one subject would treat numbers as a case of its own.
 */
final class KeySequence {
    /** How many draws there are: a power of two. */
    static final int COUNT = 1 << 16;

    private static final double EXPONENT = 0.99;
    private static final long SEED = 20_261_121;

    private KeySequence() {}

    /** {@link #COUNT} numbers from 0 up to, not including, {@code keys}. */
    static int[] of(int keys) {
        Random random = new Random(SEED);
        double[] rungs = rungs(keys);
        int[] shuffled = shuffled(keys, random);
        int[] draws = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            int rung = Arrays.binarySearch(rungs, random.nextDouble() * rungs[keys - 1]);
            draws[i] = shuffled[rung < 0 ? -rung - 1 : rung];
        }
        return draws;
    }

    /** The key of a number, a new object. */
    static String key(int number) {
        return "customer:" + number;
    }

    private static double[] rungs(int keys) {
        double[] rungs = new double[keys];
        double sum = 0;
        for (int i = 0; i < keys; i++) {
            sum += 1 / Math.pow(i + 1, EXPONENT);
            rungs[i] = sum;
        }
        return rungs;
    }

    // What is popular shall not lie together in memory.
    private static int[] shuffled(int keys, Random random) {
        int[] shuffled = new int[keys];
        for (int i = 0; i < keys; i++) {
            int other = random.nextInt(i + 1);
            shuffled[i] = shuffled[other];
            shuffled[other] = i;
        }
        return shuffled;
    }
}
