package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private final Report report = new Report(
            new Results(
                    List.of(row("get", "eternal", 31), row("put", "created expiry", 32)),
                    List.of(row("get", "eternal", 33)),
                    List.of(row("get", "object of 8 fields", 34), row("get", "string", 35)),
                    List.of(row("memory", "eternal", 36))),
            "Java 17");

    @Test
    void markdown_results_everyTableAndTheCircumstances() {
        assertThat(report.markdown())
                .contains("Java 17", "heap.svg", "| 31 |", "| 32 |", "| 33 |", "| 34 |", "| 35 |")
                .contains("| `memory` | eternal | 136 |");
    }

    @Test
    void svg_results_eternalAndObjectOnly() {
        assertThat(report.svg())
                .contains("get, eternal", "get, object of 8 fields")
                .doesNotContain("put, created")
                .doesNotContain("string</text>");
    }

    private static Measurement row(String operation, String setting, double cost) {
        return new Measurement(operation, setting, 1, "Larder", cost, cost, 100 + cost);
    }
}
