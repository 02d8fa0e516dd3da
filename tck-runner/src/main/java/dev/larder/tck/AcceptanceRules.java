package dev.larder.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whether a run is a success. All tests of the TCK must have run, and none may have failed. Only permitted
 * tests may be no-ops: the one on the exclude list, and those of store-by-reference if the provider states no support
 * for it.
 */
final class AcceptanceRules {
    private static final String DUMMY = "CachingTest.dummyTest";
    private static final String BY_REFERENCE_TYPES =
            "TypesTest.simpleAPINoGenericsAndNoTypeEnforcementStoreByReference";

    private final Subject subject;

    AcceptanceRules(Subject subject) {
        this.subject = subject;
    }

    List<String> complaints(List<TestResult> results) {
        List<String> complaints = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            check(suite, results.stream().filter(each -> each.suite() == suite).toList(), complaints);
        }
        return complaints;
    }

    private void check(Suite suite, List<TestResult> results, List<String> complaints) {
        ResultCounts resultCounts = ResultCounts.of(results);
        if (resultCounts.tests() != suite.expected()) {
            complaints.add("%s: %d tests ran, but the TCK has %d"
                    .formatted(suite.title(), resultCounts.tests(), suite.expected()));
        }
        if (resultCounts.bad() > 0) {
            complaints.add(
                    "%s: %d failed, %d errors".formatted(suite.title(), resultCounts.failed(), resultCounts.errors()));
        }
        if (resultCounts.skipped() > 0) {
            complaints.add("%s: %d skipped, but none may be".formatted(suite.title(), resultCounts.skipped()));
        }
        String idle = forbiddenNoOps(results);
        if (!idle.isEmpty()) {
            complaints.add("%s: these did nothing, though nothing excuses them: %s".formatted(suite.title(), idle));
        }
    }

    private String forbiddenNoOps(List<TestResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.NO_OP && !isExcused(result))
                .map(TestResult::shortName)
                .collect(Collectors.joining(", "));
    }

    private boolean isExcused(TestResult result) {
        String name = result.shortName();
        return name.equals(DUMMY) || !subject.byReference() && isByReference(name);
    }

    private static boolean isByReference(String name) {
        return name.startsWith("StoreByReferenceTest.") || name.equals(BY_REFERENCE_TYPES);
    }
}
