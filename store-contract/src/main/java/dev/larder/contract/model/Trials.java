package dev.larder.contract.model;

import dev.larder.contract.model.Trial.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random trials. A failing one is shortened as far as possible before it is reported. */
public final class Trials {
    private static final int STEPS = Integer.getInteger("larder.contract.steps", 150);
    private static final Duration SHORTENING = Duration.ofSeconds(5);

    /** If all trials fail, a few reports are enough, and even fewer shortened ones. */
    private static final int MOST_FAILURES = 50;

    private static final int MOST_SHORTENED = 10;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private Trials() {}

    /** The seed of this run: the system property {@code larder.contract.seed}, or a constant. */
    public static long seed() {
        return Long.getLong("larder.contract.seed", 20_261_121L);
    }

    /** Runs one trial. If cache and model differ, it fails with the seed and the steps. */
    public static void run(TrialSetup trialSetup, Scenario scenario, long seed) {
        if (FAILURES.get() >= MOST_FAILURES) {
            throw new AssertionError(scenario + " was not tried, because " + MOST_FAILURES + " others failed before");
        }
        List<Step> steps = new Steps(seed, trialSetup.clock(), trialSetup.steerable(), scenario.tagged()).take(STEPS);
        steps.add(readAllKeys());
        Failure failure = Trial.run(trialSetup, scenario, steps);
        if (failure != null) {
            FAILURES.incrementAndGet();
            throw new AssertionError(report(trialSetup, scenario, seed, steps, failure));
        }
    }

    private static Step readAllKeys() {
        Call getAll = BulkCalls.ALL.get(0);
        return new Step(getAll, Steps.KEYS, 1, 1, "");
    }

    private static String report(TrialSetup trialSetup, Scenario scenario, long seed, List<Step> steps, Failure first) {
        List<Step> shortest = shortened(trialSetup, scenario, new ArrayList<>(steps.subList(0, first.step() + 1)));
        Failure last = Trial.run(trialSetup, scenario, shortest);
        return scenario + ", seed " + seed + "\nafter " + (first.step() + 1) + " steps: " + first.message()
                + "\nThe shortest steps that fail so far:\n"
                + shortest.stream().map(Step::toString).collect(Collectors.joining("\n", "  ", "\n"))
                + (last == null ? "which did not fail again" : last.message());
    }

    /** Removes, from the end, each step without which the trial still fails. */
    private static List<Step> shortened(TrialSetup trialSetup, Scenario scenario, List<Step> failing) {
        Duration limit = FAILURES.get() <= MOST_SHORTENED ? SHORTENING : Duration.ZERO;
        Instant end = Instant.now().plus(limit);
        List<Step> steps = failing;
        for (int i = steps.size() - 2; i >= 0 && Instant.now().isBefore(end); i--) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            Failure failure = Trial.run(trialSetup, scenario, fewer);
            steps = failure == null ? steps : cut(fewer, failure);
            i = Math.min(i, steps.size() - 1);
        }
        return steps;
    }

    private static List<Step> cut(List<Step> steps, @Nullable Failure failure) {
        return failure == null ? steps : new ArrayList<>(steps.subList(0, failure.step() + 1));
    }
}
