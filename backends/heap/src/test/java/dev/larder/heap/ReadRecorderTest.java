package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadRecorderTest {
    private final ReadRecorder readRecorder = new ReadRecorder();

    @Test
    void isRecorded_beforeTheFirstRead_isFalse() {
        assertThat(readRecorder.isRecorded("key")).isFalse();
        readRecorder.markRecorded("key");
        assertThat(readRecorder.isRecorded("key")).isTrue();
    }

    @Test
    void isRecorded_afterAnEpoch_isFalse() {
        readRecorder.markRecorded("key");
        readRecorder.countInsertion(10);
        assertThat(readRecorder.isRecorded("key")).isFalse();
    }

    @Test
    void isRecorded_largeCache_epochTakesManyInsertions() {
        readRecorder.markRecorded("key");
        for (int i = 0; i < 624; i++) {
            readRecorder.countInsertion(10_000);
        }
        assertThat(readRecorder.isRecorded("key")).isTrue();
        readRecorder.countInsertion(10_000);
        assertThat(readRecorder.isRecorded("key")).isFalse();
    }

    @Test
    void isRecorded_afterAllEpochNumbers_continues() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(readRecorder.isRecorded("key")).isFalse();
            readRecorder.markRecorded("key");
            readRecorder.countInsertion(1);
        }
    }

    @Test
    void arrived_smallCache_alwaysWorkToDo() {
        assertThat(readRecorder.countInsertion(100)).isTrue();
        assertThat(readRecorder.countInsertion(100)).isTrue();
    }

    @Test
    void arrived_largeCache_workInBatches() {
        int works = 0;
        for (int i = 0; i < 1_600; i++) {
            works += readRecorder.countInsertion(1_000_000) ? 1 : 0;
        }
        assertThat(works).isEqualTo(100);
    }
}
