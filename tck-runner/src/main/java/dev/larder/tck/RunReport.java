package dev.larder.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All data of a run against one store.
 *
 * @param address the store's address, without secrets
 * @param took wall-clock time from the first test to the last
 */
record RunReport(String address, Subject subject, Instant started, Duration took, List<TestResult> results) {

    ResultCounts counts() {
        return ResultCounts.of(results);
    }

    ResultCounts counts(Suite suite) {
        return ResultCounts.of(select(result -> result.suite() == suite));
    }

    /** The counts of each test class, ordered by name. */
    Map<String, ResultCounts> countsByClass() {
        return results.stream()
                .collect(Collectors.groupingBy(
                        TestResult::className,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ResultCounts::of)));
    }

    List<TestResult> bad() {
        return select(result -> result.outcome().isBad());
    }

    List<TestResult> noOps() {
        return select(result -> result.outcome() == Outcome.NO_OP);
    }

    /** The reasons why this run does not count as a success; empty if it does. */
    List<String> complaints() {
        return new AcceptanceRules(subject).complaints(results);
    }

    String machine() {
        return "Java %s (%s), %s %s, %d processors"
                .formatted(
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }

    static List<Suite> suites() {
        return Arrays.asList(Suite.values());
    }

    private List<TestResult> select(Predicate<TestResult> wanted) {
        return results.stream().filter(wanted).toList();
    }
}
