package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final TestResult FAILURE = Results.of("org.jsr107.tck.GetTest", "get", Outcome.FAILED);
    private static final TestResult DUMMY = Results.of("org.jsr107.tck.CachingTest", "dummyTest", Outcome.NO_OP);
    private static final RunReport GOOD = Results.report(Results.BY_REFERENCE, Results.complete(DUMMY));
    private static final RunReport BAD = Results.report(Results.BY_REFERENCE, Results.complete(DUMMY, FAILURE));

    @Test
    void tally_noOps_arePassedAndCountedApart() {
        assertThat(GOOD.counts(Suite.JCACHE)).satisfies(resultCounts -> {
            assertThat(resultCounts.passed()).isEqualTo(481);
            assertThat(resultCounts.noOps()).isEqualTo(1);
        });
    }

    @Test
    void tallyByClass_mixedResults_areOrderedByName() {
        assertThat(BAD.countsByClass().keySet())
                .containsExactly(
                        "org.jsr107.tck.CachingTest",
                        "org.jsr107.tck.GetTest",
                        "org.jsr107.tck.PutTest",
                        "org.jsr107.tck.annotation.InterceptionTest");
    }

    @Test
    void html_anyRun_leavesNoNameUnfilledAndNeedsNothingElse() {
        String html = HtmlReport.render(BAD);

        assertThat(html).doesNotContainPattern("\\{\\w+\\}").doesNotContain("http", "src=", "<link");
    }

    @Test
    void html_textFromTheRun_isEscaped() {
        assertThat(HtmlReport.render(BAD))
                .contains("heap:?max=&lt;1&gt;", "thrown &lt;here&gt; &amp; now")
                .doesNotContain("<here>");
    }

    @Test
    void html_verdict_followsTheComplaints() {
        assertThat(HtmlReport.render(GOOD)).contains("class=\"verdict passed\"");
        assertThat(HtmlReport.render(BAD)).contains("class=\"verdict refused\"", "JCache: 1 failed, 0 errors");
    }

    @Test
    void markdown_failure_standsWithItsTrace() {
        assertThat(MarkdownReport.render(BAD))
                .contains("Verdict: **not accepted**", "### FAILED: GetTest.get", "thrown <here> & now")
                .contains("| JCache | 481 | 480 | 1 | 1 | 0 | 0 | 4.8 |");
    }

    @Test
    void markdown_noOps_areNamed() {
        assertThat(MarkdownReport.render(GOOD)).contains("Verdict: **passed**", "- `CachingTest.dummyTest`");
    }

    @Test
    void summary_manyFailures_showsAFewTracesWhole() {
        List<TestResult> failures = IntStream.range(0, 30)
                .mapToObj(number -> Results.of("org.jsr107.tck.GetTest", "get" + number, Outcome.ERROR))
                .toList();
        String summary = Summary.render(Results.report(Results.BY_REFERENCE, failures), Path.of("report.html"));

        assertThat(summary).contains("get0\n", "get29\n", "NOT ACCEPTED. JCache: 30 tests ran, but the TCK has 481");
    }
}
