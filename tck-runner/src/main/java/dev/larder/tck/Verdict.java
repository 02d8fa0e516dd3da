package dev.larder.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whether a run is a success. All tests of the TCK must have run, and none may have failed. Only permitted
 * tests may be no-ops: the one on the exclude list, and those of store-by-reference if the provider states no support
 * for it.
 */
final class Verdict {
    private static final String DUMMY = "CachingTest.dummyTest";
    private static final String BY_REFERENCE_TYPES =
            "TypesTest.simpleAPINoGenericsAndNoTypeEnforcementStoreByReference";

    private final Subject subject;

    Verdict(Subject subject) {
        this.subject = subject;
    }

    List<String> complaints(List<TestResult> results) {
        List<String> complaints = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            judge(suite, results.stream().filter(each -> each.suite() == suite).toList(), complaints);
        }
        return complaints;
    }

    private void judge(Suite suite, List<TestResult> results, List<String> complaints) {
        Tally tally = Tally.of(results);
        if (tally.tests() != suite.expected()) {
            complaints.add(
                    "%s: %d tests ran, but the TCK has %d".formatted(suite.title(), tally.tests(), suite.expected()));
        }
        if (tally.bad() > 0) {
            complaints.add("%s: %d failed, %d errors".formatted(suite.title(), tally.failed(), tally.errors()));
        }
        if (tally.skipped() > 0) {
            complaints.add("%s: %d skipped, but none may be".formatted(suite.title(), tally.skipped()));
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
