package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CostTableTest {

    @Test
    void of_allSubjects_ratiosAgainstBestPeerAndRaw() {
        String table = new CostTable(Measurement::cpu, "faster", "slower", true)
                .of(Comparisons.of(List.of(
                        cpu("Larder", 50),
                        cpu("Caffeine JCache", 100),
                        cpu("Ehcache 3", 2_500),
                        cpu("cache2k", 75),
                        cpu("raw Caffeine", 40))));
        assertThat(table).isEqualTo("""
                | operation | setting | Larder | Caffeine JCache | Ehcache 3 | cache2k | against the best peer | raw Caffeine | against it |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | `get` | eternal | 50 | 100 | 2,500 | 75 | 1.50× faster | 40 | 1.25× slower |
                """);
    }

    @Test
    void of_subjectNotMeasured_cellsStayEmpty() {
        String table = new CostTable(Measurement::cpu, "faster", "slower", true)
                .of(Comparisons.of(List.of(cpu("Larder", 50), cpu("cache2k", 75))));
        assertThat(table).endsWith("| `get` | eternal | 50 |  |  | 75 | 1.50× faster |  |  |\n");
    }

    private static Measurement cpu(String subject, double cpu) {
        return new Measurement("get", "eternal", 1, subject, 0, cpu, 0);
    }
}
