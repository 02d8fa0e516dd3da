package dev.larder.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Results as a run would give them. */
final class Results {
    static final Subject BY_REFERENCE = new Subject("an.example.Provider", "heap:", true);
    static final Subject BY_VALUE_ONLY = new Subject("an.example.Provider", "memory:", false);

    private Results() {}

    static TestResult of(String className, String method, Outcome outcome) {
        return new TestResult(
                className, method, outcome, Duration.ofMillis(10), outcome.isBad() ? "thrown <here> & now" : "");
    }

    /** The whole TCK, passed; {@code others} take the places of as many of its tests. */
    static List<TestResult> complete(TestResult... others) {
        List<TestResult> results = new ArrayList<>(List.of(others));
        fill(results, "org.jsr107.tck.PutTest", Suite.JCACHE);
        fill(results, "org.jsr107.tck.annotation.InterceptionTest", Suite.ANNOTATIONS);
        return results;
    }

    static RunReport report(Subject subject, List<TestResult> results) {
        Instant started = Instant.parse("2026-11-21T08:00:00Z");
        return new RunReport("heap:?max=<1>", subject, started, Duration.ofSeconds(33), results);
    }

    private static void fill(List<TestResult> results, String className, Suite suite) {
        int present =
                (int) results.stream().filter(result -> result.suite() == suite).count();
        IntStream.range(present, suite.expected())
                .forEach(number -> results.add(of(className, "test" + number, Outcome.PASSED)));
    }
}
