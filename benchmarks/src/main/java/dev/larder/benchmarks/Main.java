package dev.larder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes {@code heap.md} and {@code heap.svg}. */
final class Main {
    private Main() {}

    /**
     * Runs to the end, some minutes later.
     *
     * @param arguments {@code quick}, {@code full} or {@code long}, and the directory to write to
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Effort effort = Effort.of(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        System.out.println("Larder's benchmarks, " + effort);
        Report report = new Report(measure(effort), circumstances(effort));
        Files.writeString(directory.resolve("heap.md"), report.markdown());
        Files.writeString(directory.resolve("heap.svg"), report.svg());
        System.out.println(report.markdown());
        System.out.println("written to " + directory.resolve("heap.md"));
    }

    private static Results measure(Effort effort) throws RunnerException {
        Runs runs = new Runs(effort);
        return new Results(
                join(runs.byReference(), runs.raw(1)),
                join(runs.together(), runs.raw(2)),
                runs.byValue(),
                Memory.measure(List.of(Mood.ETERNAL, Mood.CREATED, Mood.ACCESSED)));
    }

    private static List<Measurement> join(List<Measurement> some, List<Measurement> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String circumstances(Effort effort) {
        return String.format(
                Locale.ROOT,
                "Java %s on %s, %d processors; %s",
                Runtime.version().feature(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                effort);
    }
}
