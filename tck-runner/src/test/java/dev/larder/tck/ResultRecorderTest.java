package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsr107.tck.testutil.AllTestExcluder;
import org.junit.Assert;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.Ignore;
import org.junit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.rules.MethodRule;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;

class ResultRecorderTest {
    private final NoOpDetector noOpDetector = new NoOpDetector();
    private final ResultRecorder resultRecorder = new ResultRecorder(noOpDetector);

    @BeforeEach
    void listen() {
        noOpDetector.listen();
    }

    @AfterEach
    void close() {
        noOpDetector.close();
    }

    @Test
    void results_everyOutcome_isDistinguished() {
        assertThat(run(Sample.class))
                .isEqualTo(Map.of(
                        "passes", Outcome.PASSED,
                        "fails", Outcome.FAILED,
                        "throwsOther", Outcome.ERROR,
                        "assumes", Outcome.SKIPPED,
                        "ignored", Outcome.SKIPPED));
    }

    @Test
    void results_bodyLeftOutByTheTck_isNoOp() {
        assertThat(run(Excluded.class)).isEqualTo(Map.of("wouldFail", Outcome.NO_OP));
    }

    @Test
    void results_testAfterANoOp_isNotTakenForOne() {
        run(Excluded.class);

        assertThat(run(Sample.class)).containsEntry("passes", Outcome.PASSED);
    }

    @Test
    void results_classThatCannotStart_isAnError() {
        assertThat(run(Unstartable.class)).isEqualTo(Map.of("(class)", Outcome.ERROR));
    }

    @Test
    void results_failure_keepsItsTraceWithoutJUnit() {
        run(Sample.class);

        assertThat(resultRecorder.results().stream()
                        .filter(result -> result.outcome().isBad()))
                .allSatisfy(result ->
                        assertThat(result.trace()).contains("on purpose").doesNotContain("org.junit.runners"));
    }

    @Test
    void abandon_whileATestRuns_recordsItAsError() {
        resultRecorder.testStarted(Description.createTestDescription(Sample.class, "hangs"));
        resultRecorder.abandon("all threads");

        assertThat(resultRecorder.results()).singleElement().satisfies(result -> {
            assertThat(result.shortName()).isEqualTo("ResultRecorderTest$Sample.hangs");
            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.trace()).isEqualTo("all threads");
        });
    }

    @Test
    void abandon_betweenTests_recordsNothing() {
        run(Excluded.class);
        resultRecorder.abandon("all threads");

        assertThat(resultRecorder.results()).hasSize(1);
    }

    private Map<String, Outcome> run(Class<?> type) {
        JUnitCore junit = new JUnitCore();
        junit.addListener(resultRecorder);
        junit.run(type);
        return resultRecorder.results().stream()
                .filter(result -> result.className().equals(type.getName()))
                .collect(Collectors.toMap(TestResult::method, TestResult::outcome));
    }

    public static final class Sample {
        @org.junit.Test
        public void passes() {}

        @org.junit.Test
        public void fails() {
            Assert.fail("on purpose");
        }

        @org.junit.Test
        public void throwsOther() throws IOException {
            throw new IOException("on purpose");
        }

        @org.junit.Test
        public void assumes() {
            Assume.assumeTrue(false);
        }

        @Ignore("on purpose")
        @org.junit.Test
        public void ignored() {}
    }

    public static final class Excluded {
        @Rule
        public final MethodRule rule = new AllTestExcluder();

        @org.junit.Test
        public void wouldFail() {
            Assert.fail("on purpose");
        }
    }

    public static final class Unstartable {
        @BeforeClass
        public static void start() {
            throw new IllegalStateException("on purpose");
        }

        @org.junit.Test
        public void neverRuns() {}
    }
}
