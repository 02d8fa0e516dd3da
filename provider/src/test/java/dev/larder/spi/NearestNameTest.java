package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final Set<String> KNOWN = Set.of("tls", "timeout", "max-entries", "redis", "redis-cluster");

    @ParameterizedTest
    @CsvSource({
        "max-entires, max-entries",
        "maxEntries, max-entries",
        "max_entries, max-entries",
        "tiemout, timeout",
        "tsl, tls",
        "redis+cluster, redis-cluster",
        "rediscluster, redis-cluster",
        "colour, ",
        "x, ",
        "'', ",
    })
    void of_misspelt_isTheNearestUnlessFar(String misspelt, String meant) {
        assertThat(NearestName.of(misspelt, KNOWN).orElse(null)).isEqualTo(meant);
    }
}
