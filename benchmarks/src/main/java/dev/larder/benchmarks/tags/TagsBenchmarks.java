package dev.larder.benchmarks.tags;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command: each contender in a JVM of its own, one after the other, and the tables of all. */
public final class TagsBenchmarks {
    private TagsBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments {@code quick} or {@code full}, the folder for {@code tags.md}, the addresses of Redis and of memcached
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<Contender, Findings> found = new EnumMap<>(Contender.class);
        for (Contender each : Contender.values()) {
            Path folder = Files.createTempDirectory("larder-tags");
            try {
                found.put(each, Findings.of(trial(each, arguments[0], folder, arguments[2], arguments[3])));
            } finally {
                delete(folder);
            }
        }
        Path page = Files.createDirectories(Path.of(arguments[1])).resolve("tags.md");
        Files.writeString(page, text("tags-head.md") + Tables.of(found));
        System.out.println("written to " + page);
    }

    private static List<String> trial(Contender contender, String effort, Path folder, String redis, String memcached)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        contender.name(),
                        effort,
                        folder.toString(),
                        redis,
                        memcached)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines()
                    .peek(line -> System.out.println(contender.title() + ": " + line))
                    .toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(contender.title() + " failed");
            }
            return lines;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static String text(String name) throws IOException {
        try (var in = TagsBenchmarks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource '" + name + "' is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
