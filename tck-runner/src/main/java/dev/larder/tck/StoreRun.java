package dev.larder.tck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.runner.JUnitCore;

/**
 * One run of the whole TCK, in this JVM, against the store at {@code larder.uri}. The output of tests and provider goes
 * to a file. The console gets one line per test class and the summary.
 */
final class StoreRun {
    private static final Duration DEADLINE = Duration.ofSeconds(Long.getLong("tck.seconds", 900));

    private final Path folder;
    private final PrintStream console;
    private final NoOpDetector noOpDetector = new NoOpDetector();
    private final ResultRecorder resultRecorder = new ResultRecorder(noOpDetector);
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final ReentrantLock concluding = new ReentrantLock();

    private StoreRun(Path folder, PrintStream console) {
        this.folder = folder;
        this.console = console;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream console = System.out;
        PrintStream file = new PrintStream(Files.newOutputStream(folder.resolve("output.log")), true, "UTF-8");
        System.setOut(file);
        System.setErr(file);
        new StoreRun(folder, console).run();
    }

    private void run() {
        noOpDetector.listen();
        Watchdog.start(DEADLINE, this::giveUp);
        JUnitCore junit = new JUnitCore();
        junit.addListener(resultRecorder);
        console.printf("TCK against %s%n", address());
        for (Class<?> type : TestClasses.find()) {
            junit.run(type);
            console.println(Summary.line(type.getName(), countsOf(type)));
        }
        conclude(Subject.ask());
    }

    private void giveUp(String stacks) {
        resultRecorder.abandon("This test did not end within the %d seconds of the run. All threads:%n%s"
                .formatted(DEADLINE.toSeconds(), stacks));
        conclude(new Subject("not asked, a test hangs", "", false));
    }

    /**
     * Writes the report and ends this JVM, even if a provider left threads behind. Only the first call has an effect.
     */
    private void conclude(Subject subject) {
        concluding.lock();
        int exit = 1;
        try {
            exit = report(subject) ? 0 : 1;
        } catch (IOException unwritable) {
            console.println("The report could not be written: " + unwritable);
        } finally {
            console.flush();
            Runtime.getRuntime().halt(exit);
        }
    }

    private boolean report(Subject subject) throws IOException {
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        RunReport report = new RunReport(address(), subject, started, took, resultRecorder.results());
        Files.writeString(folder.resolve("report.md"), MarkdownReport.render(report));
        Files.writeString(folder.resolve("report.html"), HtmlReport.render(report));
        Counts.of(report).write(folder);
        console.println(Summary.render(report, folder.resolve("report.html")));
        return report.complaints().isEmpty();
    }

    private ResultCounts countsOf(Class<?> type) {
        List<TestResult> results = resultRecorder.results().stream()
                .filter(result -> result.className().equals(type.getName()))
                .toList();
        return ResultCounts.of(results);
    }

    private static String address() {
        return Address.shown(System.getProperty("larder.uri", "the default store"));
    }
}
