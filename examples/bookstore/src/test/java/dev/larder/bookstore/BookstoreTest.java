package dev.larder.bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BookstoreTest {
    private final @Nullable String before = System.getProperty("larder.uri");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void forgetStore() {
        if (before == null) {
            System.clearProperty("larder.uri");
        } else {
            System.setProperty("larder.uri", before);
        }
    }

    @Test
    void run_smallShop_endsWellAndPrintsItsAccount() {
        assertThat(run("--books", "150", "--threads", "3", "--operations", "600", "--seconds", "1"))
                .as(out::toString)
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "SQL statements", "Book##NaturalId", "Result: good", "0 stale", "after:  ", "this year's prize")
                .doesNotContain("NOT THE SAME", "BAD");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void run_help_printsUsage() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--store <address>");
    }

    @Test
    void run_unknownArgument_returnsTwo() {
        assertThat(run("--shelves", "3")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("bookstore: unknown argument '--shelves'");
        assertThat(out.size()).isZero();
    }

    @Test
    void run_unknownStore_printsTheErrorWithoutStackTrace() {
        assertThat(run("--store", "floppy://a")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("because: ", "'floppy:'")
                .doesNotContain("\tat ");
    }

    private int run(String... words) {
        return Bookstore.run(List.of(words), printer(out), printer(err));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
