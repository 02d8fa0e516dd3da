package dev.larder.bookstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {
    @Test
    void parse_nothing_givesPresets() {
        assertThat(parse()).isEqualTo(new Arguments(false, Optional.empty(), 2_000, 8, 20_000, 4, 1, 42));
    }

    @Test
    void parse_everything_takesItAll() {
        assertThat(parse(
                        "--store",
                        "redis://shop:1",
                        "--books=1_000",
                        "--threads",
                        "3",
                        "--operations",
                        "500",
                        "--seconds",
                        "9",
                        "--processes",
                        "2",
                        "--seed",
                        "7"))
                .isEqualTo(new Arguments(false, Optional.of("redis://shop:1"), 1_000, 3, 500, 9, 2, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void parse_help_isHelp(String word) {
        assertThat(parse(word).help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "heap,heap:",
        "redis,redis://localhost:6379",
        "memcached,memcached://localhost:11211",
        "heap:?a=b,heap:?a=b"
    })
    void parse_shortStoreName_givesAddress(String name, String address) {
        assertThat(parse("--store", name).store()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "books", "-x", "--Books"})
    void parse_unknownWord_namesIt(String word) {
        assertThatThrownBy(() -> parse(word, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown argument '" + word + "'")
                .hasMessageContaining("--books");
    }

    @Test
    void parse_missingValue_saysHowToWriteIt() {
        assertThatThrownBy(() -> parse("--threads"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write --threads <value>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "many", "", "-1", "99999999999999999999"})
    void parse_numberOutOfRange_namesRange(String value) {
        assertThatThrownBy(() -> parse("--threads", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'--threads' is '" + value + "'")
                .hasMessageContaining("from 1 to 64");
    }

    @Test
    void parse_storeWithoutScheme_listsStores() {
        assertThatThrownBy(() -> parse("--store", "floppy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'floppy'")
                .hasMessageContaining("memcached");
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words));
    }
}
