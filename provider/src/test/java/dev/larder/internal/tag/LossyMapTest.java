package dev.larder.internal.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which keys a lossy map keeps. */
final class LossyMapTest {
    private final LossyMap<String, Integer> lossyMap = new LossyMap<>();

    private long remembered(int keys) {
        return IntStream.range(0, keys)
                .filter(i -> Integer.valueOf(i).equals(lossyMap.get("key-" + i)))
                .count();
    }

    @Test
    void put_ofAKeyThatIsThere_isWhatIsRemembered() {
        lossyMap.put("a", 1);
        lossyMap.put("b", 2);
        lossyMap.put("a", 3);
        assertThat(lossyMap.get("a")).isEqualTo(3);
        lossyMap.remove("a");
        assertThat(lossyMap.get("a")).isNull();
        assertThat(lossyMap.get("b")).isEqualTo(2);
    }

    /** Forgotten is what costs a trip: with a single place for each key it would be a quarter. */
    @Test
    void put_ofAThirdOfWhatItTakes_isNearlyAllRemembered() {
        int keys = 40_000;
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < keys; i++) {
                if (lossyMap.get("key-" + i) == null) {
                    lossyMap.put("key-" + i, i);
                }
            }
        }
        assertThat(remembered(keys)).isGreaterThan(keys * 97 / 100);
    }

    @Test
    void put_ofFarMoreThanItTakes_forgetsAndStaysRight() {
        IntStream.range(0, 500_000).forEach(i -> lossyMap.put("key-" + i, i));
        assertThat(remembered(500_000)).isBetween(50_000L, 131_072L);
    }
}
