package dev.larder.bookstore.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.bookstore.shop.Seeds;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class PopularityTest {
    @Test
    void pick_manyTimes_followsThePlaces() {
        int[] picked = new int[100];
        Popularity popularity = new Popularity(picked.length);
        RandomGenerator random = Seeds.stream(1, 1);
        for (int left = 100_000; left > 0; left--) {
            picked[popularity.pick(random)]++;
        }
        assertThat(picked).doesNotContain(0);
        assertThat(picked[0]).isBetween(18_000, 20_500);
        assertThat((double) picked[0] / picked[9]).isBetween(9.0, 11.0);
    }

    @Test
    void pick_oneBook_isThatBook() {
        assertThat(new Popularity(1).pick(Seeds.stream(1, 1))).isZero();
    }
}
