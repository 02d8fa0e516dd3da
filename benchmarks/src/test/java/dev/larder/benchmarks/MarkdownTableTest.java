package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTableTest {

    @Test
    void toString_textAndNumbers_textLeftNumbersRight() {
        MarkdownTable table = new MarkdownTable(1, List.of("what", "ns", "B")).row(List.of("get", "1", "2"));
        assertThat(table).hasToString("""
                | what | ns | B |
                | --- | ---: | ---: |
                | get | 1 | 2 |
                """);
    }

    @Test
    void row_specialCharacters_stayInTheirCell() {
        assertThat(new MarkdownTable(1, List.of("what")).row(List.of("a|b\nc")).toString())
                .endsWith("| a\\|b c |\n");
    }
}
