package dev.larder.bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void lines_cellsOfSeveralWidths_alignTextLeftAndNumbersRight() {
        assertThat(new Table(1).row("name", "hits").row("Book.reviews", "7").lines())
                .containsExactly("  name          hits", "  Book.reviews     7");
    }
}
