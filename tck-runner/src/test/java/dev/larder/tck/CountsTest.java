package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsTest {
    private static final TestResult FAILURE = Results.of("org.jsr107.tck.GetTest", "get", Outcome.FAILED);
    private static final TestResult ERROR = Results.of("org.jsr107.tck.GetTest", "put", Outcome.ERROR);

    @TempDir
    Path folder;

    @Test
    void of_failuresAndErrors_areAddedUp() {
        RunReport report = Results.report(Results.BY_REFERENCE, Results.complete(FAILURE, ERROR));

        assertThat(Counts.of(report)).isEqualTo(new Counts(491, 2, 0));
    }

    @Test
    void of_incompleteRunWithoutFailure_countsAsFailed() {
        RunReport report =
                Results.report(Results.BY_REFERENCE, Results.complete().subList(0, 400));

        assertThat(Counts.of(report)).isEqualTo(new Counts(400, 1, 0));
    }

    @Test
    void read_afterWrite_givesTheSame() throws IOException {
        new Counts(481, 2, 1).write(folder);

        assertThat(Counts.read(folder)).isEqualTo(new Counts(481, 2, 1));
    }

    @Test
    void read_runThatLeftNothing_countsAsFailed() throws IOException {
        assertThat(Counts.read(folder)).isEqualTo(Counts.BROKEN);
    }

    @Test
    void toString_total_isTheLineThatMachinesRead() {
        assertThat(new Counts(481, 0, 0).plus(new Counts(12, 1, 2))).hasToString("493 passed, 1 failed, 2 skipped");
    }
}
