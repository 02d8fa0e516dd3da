package dev.larder.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks {@link MemoryProbe}, in a JVM of its own for each subject, what an entry takes. */
final class Memory {
    private Memory() {}

    /** One measurement for each subject and mood, with the bytes held for each entry. */
    static List<Measurement> measure(List<Mood> moods) {
        List<Measurement> all = new ArrayList<>();
        for (Mood mood : moods) {
            for (Subject subject : Subject.values()) {
                double bytes = probe(subject, mood);
                all.add(new Measurement("memory", mood.title(), 1, subject.title(), Double.NaN, Double.NaN, bytes));
            }
        }
        return all;
    }

    // The serial collector leaves nothing behind that would be counted; region sizes would be.
    private static double probe(Subject subject, Mood mood) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1500m",
                "-classpath",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName(),
                subject.name(),
                mood.name());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Double.parseDouble(answer.trim());
        } catch (IOException failure) {
            throw new UncheckedIOException("the memory probe did not start", failure);
        }
    }
}
