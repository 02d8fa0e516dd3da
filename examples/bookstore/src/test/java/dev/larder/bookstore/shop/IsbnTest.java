package dev.larder.bookstore.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IsbnTest {
    @Test
    void of_knownNumbers_haveTheirCheckDigit() {
        assertThat(Isbn.of(0)).isEqualTo("9780000000002");
        assertThat(Isbn.of(30_640_615)).isEqualTo("9780306406157");
    }
}
