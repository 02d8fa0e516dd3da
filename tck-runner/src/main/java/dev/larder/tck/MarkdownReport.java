package dev.larder.tck;

import java.time.temporal.ChronoUnit;

/** The report as Markdown. */
final class MarkdownReport {
    private final RunReport report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(RunReport report) {
        this.report = report;
    }

    static String render(RunReport report) {
        MarkdownReport markdown = new MarkdownReport(report);
        markdown.head();
        markdown.suites();
        markdown.complaints();
        markdown.noOps();
        markdown.failures();
        markdown.classes();
        return markdown.text.toString();
    }

    private void head() {
        line("# JCache TCK against `%s`".formatted(report.address()));
        line("");
        line("- Verdict: **%s**".formatted(report.complaints().isEmpty() ? "passed" : "not accepted"));
        line("- Provider: `%s`, default manager `%s`"
                .formatted(report.subject().provider(), report.subject().manager()));
        line("- Store by reference: %s".formatted(report.subject().byReference() ? "supported" : "not supported"));
        line("- %s".formatted(report.machine()));
        line("- Started %s, took %s s"
                .formatted(report.started().truncatedTo(ChronoUnit.SECONDS), Seconds.of(report.took())));
        line("");
    }

    private void suites() {
        line("| suite | tests | passed | of these no-ops | failed | errors | skipped | seconds |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        RunReport.suites().forEach(suite -> row(suite.title(), report.counts(suite)));
        line("");
    }

    private void complaints() {
        report.complaints().forEach(complaint -> line("- " + complaint));
        line("");
    }

    private void noOps() {
        line("## No-ops");
        line("");
        line("They count as passed, but the TCK left their bodies out.");
        line("");
        report.noOps().forEach(result -> line("- `" + result.shortName() + '`'));
        line("");
    }

    private void failures() {
        line("## Failures and errors");
        line("");
        line(report.bad().isEmpty() ? "None." : "");
        for (TestResult result : report.bad()) {
            line("### %s: %s".formatted(result.outcome(), result.shortName()));
            line("");
            line("```");
            line(result.trace().stripTrailing());
            line("```");
            line("");
        }
    }

    private void classes() {
        line("");
        line("## Classes");
        line("");
        line("| class | tests | passed | of these no-ops | failed | errors | skipped | seconds |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        report.countsByClass().forEach((name, resultCounts) -> row('`' + name + '`', resultCounts));
    }

    private void row(String name, ResultCounts resultCounts) {
        line("| %s | %d | %d | %d | %d | %d | %d | %s |"
                .formatted(
                        name,
                        resultCounts.tests(),
                        resultCounts.passed(),
                        resultCounts.noOps(),
                        resultCounts.failed(),
                        resultCounts.errors(),
                        resultCounts.skipped(),
                        Seconds.of(resultCounts.took())));
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
