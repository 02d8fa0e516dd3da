package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure, one group of benchmarks after another. */
final class Runs {
    /** The title of the subject that is not a provider. */
    static final String RAW = "raw Caffeine";

    private static final String[] JVM = {"-Xms1g", "-Xmx1g", "-XX:+UseG1GC"};
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Effort effort;

    Runs(Effort effort) {
        this.effort = effort;
    }

    /** Every operation by reference, in every mood, with one thread. */
    List<Measurement> byReference() throws RunnerException {
        List<Measurement> all = new ArrayList<>();
        for (Mood mood : effort.moods()) {
            all.addAll(run(ReferenceBenchmark.class, 1, mood));
        }
        return all;
    }

    /** Every operation by reference, eternal, with two threads. */
    List<Measurement> together() throws RunnerException {
        return run(ReferenceBenchmark.class, 2, Mood.ETERNAL);
    }

    /** Caffeine by itself. */
    List<Measurement> raw(int threads) throws RunnerException {
        return run(options(RawBenchmark.class, threads), Mood.ETERNAL.title());
    }

    /** Reading and writing by value. */
    List<Measurement> byValue() throws RunnerException {
        List<Measurement> all = new ArrayList<>();
        for (Payload payload : effort.payloads()) {
            System.out.println("  by value: " + payload.title());
            all.addAll(run(options(ValueBenchmark.class, 1).param("payload", payload.name()), payload.title()));
        }
        return all;
    }

    private List<Measurement> run(Class<?> benchmark, int threads, Mood mood) throws RunnerException {
        System.out.println("  by reference: " + mood.title() + ", threads: " + threads);
        return run(options(benchmark, threads).param("mood", mood.name()), mood.title());
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, int threads) {
        return effort.into(new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .threads(threads)
                .jvmArgs(JVM)
                .addProfiler(CpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true));
    }

    private static List<Measurement> run(ChainedOptionsBuilder options, String setting) throws RunnerException {
        return new Runner(options.build())
                .run().stream().map(result -> measurement(result, setting)).toList();
    }

    private static Measurement measurement(RunResult result, String setting) {
        BenchmarkParams params = result.getParams();
        String subject = params.getParam("subject");
        return new Measurement(
                result.getPrimaryResult().getLabel(),
                setting,
                params.getThreads(),
                subject == null ? RAW : Subject.valueOf(subject).title(),
                result.getPrimaryResult().getScore(),
                score(result, CpuProfiler.LABEL),
                score(result, ALLOCATION));
    }

    private static double score(RunResult result, String label) {
        Result<?> secondary = result.getSecondaryResults().get(label);
        return secondary == null ? Double.NaN : secondary.getScore();
    }
}
