package dev.larder.tck;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The result of a run, which it leaves for the parent process in a file of its folder.
 *
 * @param failed failures and errors; at least 1 if the run did not succeed for any other reason
 */
record Counts(int passed, int failed, int skipped) {
    static final Counts NONE = new Counts(0, 0, 0);

    /** The result of a run that ended before it wrote its counts. */
    static final Counts BROKEN = new Counts(0, 1, 0);

    private static final String FILE = "counts.properties";

    static Counts of(RunReport report) {
        ResultCounts resultCounts = report.counts();
        int least = report.complaints().isEmpty() ? 0 : 1;
        return new Counts(resultCounts.passed(), Math.max(resultCounts.bad(), least), resultCounts.skipped());
    }

    /** Reads the counts that a run left in {@code folder}; {@link #BROKEN} if it left none. */
    static Counts read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return BROKEN;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Counts(number(properties, "passed"), number(properties, "failed"), number(properties, "skipped"));
    }

    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("passed", String.valueOf(passed));
        properties.setProperty("failed", String.valueOf(failed));
        properties.setProperty("skipped", String.valueOf(skipped));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, null);
        }
    }

    Counts plus(Counts other) {
        return new Counts(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }

    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
