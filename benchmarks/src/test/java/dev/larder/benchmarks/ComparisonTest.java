package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "100, 140, 1.40× faster",
        "140, 100, 1.40× slower",
        "100, 1500, 15× faster",
        "100, 102, the same",
        "100, 98, the same",
        "0, 0, the same",
        "0.01, 24, none at all",
    })
    void verdict_twoCosts_inWords(double cost, double other, String words) {
        assertThat(Comparison.verdict(cost, other, "faster", "slower")).isEqualTo(words);
    }

    @Test
    void best_severalPeers_theCheapest() {
        Comparison comparison = new Comparison(List.of(cpu("a", 3), cpu("b", 2), cpu("c", 1)));
        assertThat(comparison.best(Set.of("a", "b"), Measurement::cpu)).hasValue(2);
        assertThat(comparison.of("c", Measurement::cpu)).hasValue(1);
        assertThat(comparison.of("d", Measurement::cpu)).isEmpty();
    }

    @Test
    void comparisons_measurementsOfSeveralRows_rowsInOrder() {
        List<Comparison> rows = Comparisons.of(List.of(
                new Measurement("put", "x", 1, "a", 1, 1, 1),
                new Measurement("get", "x", 1, "a", 1, 1, 1),
                new Measurement("put", "x", 1, "b", 1, 1, 1),
                new Measurement("put", "y", 1, "a", 1, 1, 1),
                new Measurement("put", "x", 2, "a", 1, 1, 1)));
        assertThat(rows).extracting(Comparison::operation).containsExactly("put", "get", "put", "put");
        assertThat(rows.get(0).measured()).hasSize(2);
    }

    private static Measurement cpu(String subject, double cpu) {
        return new Measurement("get", "eternal", 1, subject, cpu, cpu, 0);
    }
}
