package dev.larder.benchmarks.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command: each contender in a JVM of its own, all over one server, and the tables of all. */
public final class RedisBenchmarks {
    private static final int WORDS = 6;

    private RedisBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments {@code quick} or {@code full}, the folder for {@code redis.md}, the server's address
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String millis = "quick".equals(arguments[0]) ? "300" : "1500";
        Map<Contender, List<String>> found = new LinkedHashMap<>();
        for (Contender each : Contender.values()) {
            found.put(each, trial(each, arguments[2], millis));
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.writeString(folder.resolve("redis.md"), text("redis-head.md") + tables(found));
    }

    private static List<String> trial(Contender contender, String address, String millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisTrial.class.getName(),
                        contender.name(),
                        address,
                        millis)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines()
                    .peek(line -> System.out.println(contender.title() + ": " + line))
                    .toList();
            process.waitFor();
            return lines;
        }
    }

    private static String tables(Map<Contender, List<String>> found) {
        StringBuilder page = new StringBuilder();
        for (String size : List.of("100", "10000")) {
            page.append("\n## Values of %,d bytes\n\n".formatted(Integer.parseInt(size)));
            found.forEach((contender, lines) -> lines.stream()
                    .filter(line -> line.startsWith("memory " + size + " "))
                    .forEach(line -> page.append("- %s: %s bytes for an entry on the server\n"
                            .formatted(contender.title(), line.substring(line.lastIndexOf(' ') + 1)))));
            page.append(
                    "\n| operation | threads | by | a second | client µs | server µs |\n|---|---:|---|---:|---:|---:|\n");
            for (Verb verb : Verb.values()) {
                rows(found, size, verb, page);
            }
        }
        return page.toString();
    }

    private static void rows(Map<Contender, List<String>> found, String size, Verb verb, StringBuilder page) {
        for (String threads : List.of("1", "2", "16")) {
            found.forEach((contender, lines) -> lines.stream()
                    .map(line -> line.split(" "))
                    .filter(words -> words.length == WORDS
                            && words[0].equals(size)
                            && words[1].equals(verb.name())
                            && words[2].equals(threads))
                    .forEach(words -> page.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %,.0f | %s | %s |%n",
                            verb.title(),
                            threads,
                            contender.title(),
                            Double.parseDouble(words[3]),
                            words[4],
                            words[5]))));
        }
    }

    private static String text(String name) throws IOException {
        try (var in = RedisBenchmarks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource '" + name + "' is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
