package dev.larder.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What the subjects cost for one operation in one setting, next to each other.
 *
 * @param measured all of the same operation, setting and number of threads
 */
record Comparison(List<Measurement> measured) {
    private static final double SAME = 0.03;
    private static final double NOTHING = 0.5;

    String operation() {
        return measured.get(0).operation();
    }

    String setting() {
        return measured.get(0).setting();
    }

    /** What it cost a subject, if that was measured. */
    OptionalDouble of(String subject, ToDoubleFunction<Measurement> cost) {
        return measured.stream()
                .filter(each -> each.subject().equals(subject))
                .mapToDouble(cost)
                .findFirst();
    }

    /** What it cost the cheapest of these subjects. */
    OptionalDouble best(Collection<String> subjects, ToDoubleFunction<Measurement> cost) {
        return measured.stream()
                .filter(each -> subjects.contains(each.subject()))
                .mapToDouble(cost)
                .min();
    }

    /** In words, how one cost compares to another: {@code 1.40× less}, {@code the same}, {@code 2.00× more}. */
    static String verdict(double cost, double other, String less, String more) {
        if (Math.abs(cost - other) <= SAME * other || Math.max(cost, other) < NOTHING) {
            return "the same";
        }
        if (cost < NOTHING) {
            return "none at all";
        }
        return cost < other ? times(other / cost) + " " + less : times(cost / other) + " " + more;
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.0f×", ratio);
    }
}
