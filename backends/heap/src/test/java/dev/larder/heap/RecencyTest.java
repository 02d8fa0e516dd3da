package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecencyTest {
    private final Recency recency = new Recency();

    @Test
    void isTold_untilTold_isNot() {
        assertThat(recency.isTold("key")).isFalse();
        recency.tells("key");
        assertThat(recency.isTold("key")).isTrue();
    }

    @Test
    void isTold_afterAnEpoch_isNot() {
        recency.tells("key");
        recency.arrived(10);
        assertThat(recency.isTold("key")).isFalse();
    }

    @Test
    void isTold_largeCache_epochTakesManyArrivals() {
        recency.tells("key");
        for (int i = 0; i < 624; i++) {
            recency.arrived(10_000);
        }
        assertThat(recency.isTold("key")).isTrue();
        recency.arrived(10_000);
        assertThat(recency.isTold("key")).isFalse();
    }

    @Test
    void isTold_afterAllEpochNumbers_goesOn() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(recency.isTold("key")).isFalse();
            recency.tells("key");
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
