package dev.larder.tck;

import java.time.Duration;
import java.util.Collection;

/**
 * Counts of results.
 *
 * @param passed includes the no-ops, as in JUnit
 */
record ResultCounts(int tests, int passed, int noOps, int failed, int errors, int skipped, Duration took) {

    static ResultCounts of(Collection<TestResult> results) {
        return new ResultCounts(
                results.size(),
                (int) results.stream()
                        .filter(result -> result.outcome().isPass())
                        .count(),
                count(results, Outcome.NO_OP),
                count(results, Outcome.FAILED),
                count(results, Outcome.ERROR),
                count(results, Outcome.SKIPPED),
                results.stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus));
    }

    private static int count(Collection<TestResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    int bad() {
        return failed + errors;
    }
}
