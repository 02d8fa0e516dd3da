package dev.larder.bookstore.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private static final List<Region> WARM =
            Stream.of(Region.Kind.values()).map(kind -> region(kind, 1)).toList();

    @Test
    void faults_fewerStatementsAndHitsEverywhere_areNone() {
        assertThat(new Comparison(outcome(10), outcome(9), WARM, true).faults()).isEmpty();
    }

    @Test
    void faults_noStatementSaved_areNamed() {
        assertThat(new Comparison(outcome(10), outcome(10), WARM, true).faults())
                .containsExactly("the cache saved no statement");
    }

    @Test
    void faults_otherBooksAtTheEnd_areNamed() {
        assertThat(new Comparison(outcome(10), outcome(9), WARM, false).faults())
                .containsExactly("the two runs left different books behind");
    }

    @Test
    void faults_kindWithoutHits_areNamed() {
        List<Region> regions = WARM.stream()
                .map(region -> region(region.kind(), region.kind() == Region.Kind.NATURAL_ID ? 0 : 1))
                .toList();
        assertThat(new Comparison(outcome(10), outcome(9), regions, true).faults())
                .containsExactly("no hit in any region of kind natural id");
    }

    private static Outcome outcome(long statements) {
        return new Outcome(1, statements, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static Region region(Region.Kind kind, long hits) {
        return new Region(kind.name(), kind, "", hits, 0, 0);
    }
}
