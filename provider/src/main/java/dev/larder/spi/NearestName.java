package dev.larder.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that was probably meant by a misspelt one. */
public final class NearestName {
    private NearestName() {}

    /** The known name with the fewest different characters, unless more than a quarter of them, and one, differ. */
    public static Optional<String> of(String misspelt, Collection<String> known) {
        String text = misspelt.toLowerCase(Locale.ROOT);
        return new TreeSet<>(known)
                .stream()
                        .filter(name -> distance(text, name) <= Math.max(1, name.length() / 4))
                        .min(Comparator.comparingInt(name -> distance(text, name)));
    }

    /** How many characters have to be added, removed, replaced or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(int[][] steps, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
