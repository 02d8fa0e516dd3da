package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecencyTest {
    private final Recency recency = new Recency();

    @Test
    void isNews_sameKeyAgain_isNot() {
        assertThat(recency.isNews("key")).isTrue();
        assertThat(recency.isNews("key")).isFalse();
    }

    @Test
    void isNews_afterAnEpoch_isAgain() {
        recency.isNews("key");
        recency.arrived(10);
        assertThat(recency.isNews("key")).isTrue();
    }

    @Test
    void isNews_largeCache_epochTakesManyArrivals() {
        recency.isNews("key");
        for (int i = 0; i < 77; i++) {
            recency.arrived(10_000);
        }
        assertThat(recency.isNews("key")).isFalse();
        recency.arrived(10_000);
        assertThat(recency.isNews("key")).isTrue();
    }

    @Test
    void isNews_afterAllEpochNumbers_goesOn() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(recency.isNews("key")).isTrue();
            recency.arrived(1);
        }
    }

    @Test
    void arrived_smallCache_alwaysWorkToDo() {
        assertThat(recency.arrived(100)).isTrue();
        assertThat(recency.arrived(100)).isTrue();
    }

    @Test
    void arrived_largeCache_workInBatches() {
        int works = 0;
        for (int i = 0; i < 1_600; i++) {
            works += recency.arrived(1_000_000) ? 1 : 0;
        }
        assertThat(works).isEqualTo(100);
    }
}
