package dev.larder.bookstore.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A Zipf-like choice: the book at place {@code n} is asked for in proportion to {@code 1 / (n + 1)},
 * so a few are asked for all the time and most hardly ever. Immutable.
 */
public final class Popularity {
    private final double[] upTo;

    /** The popularity of so many books; takes eight bytes for each. */
    public Popularity(int books) {
        upTo = new double[books];
        double sum = 0;
        for (int place = 0; place < books; place++) {
            sum += 1.0 / (place + 1);
            upTo[place] = sum;
        }
    }

    /** The place of the next book asked for. */
    public int pick(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? -found - 1 : found;
    }
}
