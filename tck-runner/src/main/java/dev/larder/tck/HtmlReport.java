package dev.larder.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report as one self-contained HTML file. The template is a resource with names in braces. */
final class HtmlReport {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

    private HtmlReport() {}

    static String render(RunReport report) {
        Map<String, String> values = values(report);
        return NAME.matcher(page())
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private static Map<String, String> values(RunReport report) {
        boolean accepted = report.complaints().isEmpty();
        Subject subject = report.subject();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("address", escape(report.address()));
        values.put("verdict", accepted ? "passed" : "not accepted");
        values.put("verdictClass", accepted ? "passed" : "refused");
        values.put("provider", escape(subject.provider()));
        values.put("manager", escape(subject.manager()));
        values.put("byReference", subject.byReference() ? "supported" : "not supported");
        values.put("machine", escape(report.machine()));
        values.put("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("took", Seconds.of(report.took()));
        values.put("complaints", list(report.complaints(), HtmlReport::escape));
        values.put("suites", join(RunReport.suites(), suite -> row(suite.title(), report.counts(suite))));
        values.put("failures", report.bad().isEmpty() ? "<p>None.</p>" : join(report.bad(), HtmlReport::failure));
        values.put("noOps", list(report.noOps(), result -> code(result.shortName())));
        values.put("classes", join(report.countsByClass().entrySet(), each -> row(each.getKey(), each.getValue())));
        return values;
    }

    private static String failure(TestResult result) {
        return "<details><summary>%s: %s</summary><pre>%s</pre></details>"
                .formatted(result.outcome(), code(result.shortName()), escape(result.trace()));
    }

    private static String row(String name, ResultCounts resultCounts) {
        return "<tr%s><td>%s</td><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td></tr>"
                .formatted(
                        resultCounts.bad() == 0 ? "" : " class=\"bad\"",
                        escape(name),
                        resultCounts.tests(),
                        resultCounts.passed(),
                        resultCounts.noOps(),
                        resultCounts.failed(),
                        resultCounts.errors(),
                        resultCounts.skipped(),
                        Seconds.of(resultCounts.took()));
    }

    private static <T> String list(List<T> items, Function<T, String> content) {
        return items.isEmpty()
                ? ""
                : "<ul>\n" + join(items, item -> "<li>" + content.apply(item) + "</li>") + "\n</ul>";
    }

    private static <T> String join(Collection<T> items, Function<T, String> content) {
        return items.stream().map(content).collect(Collectors.joining("\n"));
    }

    private static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
