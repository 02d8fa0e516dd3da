package dev.larder.tck;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Turns JUnit's notifications into results. Tests run one after the other; another thread may call {@link #abandon}.
 */
final class ResultRecorder extends RunListener {
    private final NoOpDetector noOpDetector;
    private final List<TestResult> results = new CopyOnWriteArrayList<>();

    private volatile @Nullable Description current;
    private long started;
    private Outcome outcome = Outcome.PASSED;
    private String trace = "";

    ResultRecorder(NoOpDetector noOpDetector) {
        this.noOpDetector = noOpDetector;
    }

    List<TestResult> results() {
        return List.copyOf(results);
    }

    @Override
    public void testStarted(Description test) {
        noOpDetector.drain();
        outcome = Outcome.PASSED;
        trace = "";
        started = System.nanoTime();
        current = test;
    }

    @Override
    public void testFailure(Failure failure) {
        Outcome bad = failure.getException() instanceof AssertionError ? Outcome.FAILED : Outcome.ERROR;
        note(failure, bad);
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
        note(failure, Outcome.SKIPPED);
    }

    @Override
    public void testIgnored(Description test) {
        add(test, Outcome.SKIPPED, Duration.ZERO, "");
    }

    @Override
    public void testFinished(Description test) {
        current = null;
        boolean excluded = noOpDetector.drain();
        add(test, excluded && outcome == Outcome.PASSED ? Outcome.NO_OP : outcome, sinceStart(), trace);
    }

    /** Records the running test, if any, as an error: it will not end. */
    void abandon(String reason) {
        Description hanging = current;
        if (hanging != null) {
            add(hanging, Outcome.ERROR, sinceStart(), reason);
        }
    }

    /** A failure outside a test belongs to its class: no test started, and none will finish. */
    private void note(Failure failure, Outcome ended) {
        if (current == null) {
            add(failure.getDescription(), ended, Duration.ZERO, failure.getTrimmedTrace());
        } else if (!outcome.isBad()) {
            outcome = ended;
            trace = failure.getTrimmedTrace();
        }
    }

    private void add(Description test, Outcome ended, Duration took, String thrown) {
        String method = test.getMethodName() == null ? "(class)" : test.getMethodName();
        results.add(new TestResult(test.getClassName(), method, ended, took, thrown));
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
