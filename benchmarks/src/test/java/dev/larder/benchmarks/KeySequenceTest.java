package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class KeySequenceTest {
    private static final int KEYS = 1_000;

    @Test
    void of_twice_same() {
        assertThat(KeySequence.of(KEYS)).isEqualTo(KeySequence.of(KEYS));
    }

    @Test
    void of_keys_allInRangeAndSomeFarMoreOften() {
        Map<Integer, Long> counts = Arrays.stream(KeySequence.of(KEYS))
                .boxed()
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        assertThat(counts.keySet()).allSatisfy(key -> assertThat(key).isBetween(0, KEYS - 1));
        long most = counts.values().stream().max(Long::compare).orElseThrow();
        assertThat(most).isGreaterThan(KeySequence.COUNT / 10);
        assertThat(counts).hasSizeGreaterThan(KEYS * 9 / 10);
    }
}
