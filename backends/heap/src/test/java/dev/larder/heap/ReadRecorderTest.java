package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadRecorderTest {
    private final ReadRecorder readRecorder = new ReadRecorder();

    @Test
    void isTold_untilTold_isNot() {
        assertThat(readRecorder.isTold("key")).isFalse();
        readRecorder.tells("key");
        assertThat(readRecorder.isTold("key")).isTrue();
    }

    @Test
    void isTold_afterAnEpoch_isNot() {
        readRecorder.tells("key");
        readRecorder.arrived(10);
        assertThat(readRecorder.isTold("key")).isFalse();
    }

    @Test
    void isTold_largeCache_epochTakesManyArrivals() {
        readRecorder.tells("key");
        for (int i = 0; i < 624; i++) {
            readRecorder.arrived(10_000);
        }
        assertThat(readRecorder.isTold("key")).isTrue();
        readRecorder.arrived(10_000);
        assertThat(readRecorder.isTold("key")).isFalse();
    }

    @Test
    void isTold_afterAllEpochNumbers_goesOn() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(readRecorder.isTold("key")).isFalse();
            readRecorder.tells("key");
            readRecorder.arrived(1);
        }
    }

    @Test
    void arrived_smallCache_alwaysWorkToDo() {
        assertThat(readRecorder.arrived(100)).isTrue();
        assertThat(readRecorder.arrived(100)).isTrue();
    }

    @Test
    void arrived_largeCache_workInBatches() {
        int works = 0;
        for (int i = 0; i < 1_600; i++) {
            works += readRecorder.arrived(1_000_000) ? 1 : 0;
        }
        assertThat(works).isEqualTo(100);
    }
}
