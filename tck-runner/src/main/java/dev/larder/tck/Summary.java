package dev.larder.tck;

import java.nio.file.Path;
import java.util.List;

/** The summary for the console. It shortens stacks; the reports have them in full. */
final class Summary {
    private static final int TRACES_SHOWN = 10;
    private static final int FRAMES_SHOWN = 20;

    private Summary() {}

    /** The line of one test class. */
    static String line(String className, ResultCounts resultCounts) {
        String bad = resultCounts.bad() == 0 ? "" : "  %d FAILED".formatted(resultCounts.bad());
        return "  %-42s %4d tests %6s s%s"
                .formatted(TestResult.shortName(className), resultCounts.tests(), Seconds.of(resultCounts.took()), bad);
    }

    static String render(RunReport report, Path file) {
        StringBuilder text = new StringBuilder();
        failures(report, text);
        text.append(
                "%s by %s, %s%n".formatted(report.address(), report.subject().provider(), report.machine()));
        text.append("%-12s %6s %7s %9s %7s %7s %8s %8s%n"
                .formatted("", "tests", "passed", "(no-ops)", "failed", "errors", "skipped", "seconds"));
        RunReport.suites().forEach(suite -> text.append(row(suite, report.counts(suite))));
        report.complaints()
                .forEach(complaint ->
                        text.append("NOT ACCEPTED. ").append(complaint).append('\n'));
        return text.append("Report: ").append(file).toString();
    }

    private static String row(Suite suite, ResultCounts resultCounts) {
        return "%-12s %6d %7d %9s %7d %7d %8d %8s%n"
                .formatted(
                        suite.title(),
                        resultCounts.tests(),
                        resultCounts.passed(),
                        "(" + resultCounts.noOps() + ')',
                        resultCounts.failed(),
                        resultCounts.errors(),
                        resultCounts.skipped(),
                        Seconds.of(resultCounts.took()));
    }

    private static void failures(RunReport report, StringBuilder text) {
        List<TestResult> bad = report.bad();
        for (int i = 0; i < bad.size(); i++) {
            TestResult result = bad.get(i);
            text.append("%s %s.%s%n".formatted(result.outcome(), result.className(), result.method()));
            text.append(i < TRACES_SHOWN ? head(result.trace(), FRAMES_SHOWN) : head(result.trace(), 1));
        }
    }

    private static String head(String trace, int lines) {
        StringBuilder head = new StringBuilder();
        trace.lines()
                .limit(lines)
                .forEach(line -> head.append("    ").append(line).append('\n'));
        return head.toString();
    }
}
