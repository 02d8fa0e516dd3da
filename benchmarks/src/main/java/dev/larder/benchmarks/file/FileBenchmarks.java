package dev.larder.benchmarks.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command: each contender with each size of values in a JVM of its own, and the table of all. */
public final class FileBenchmarks {
    private static final List<Group> GROUPS = List.of(
            new Group(100_000, 200, EnumSet.allOf(Contender.class)),
            new Group(100_000, 10_000, EnumSet.allOf(Contender.class)),
            new Group(1_000_000, 100, EnumSet.of(Contender.LARDER, Contender.LARDER_CRASH, Contender.MAPDB)));
    private static final String HEAD = """

            ## %,d entries of %,d bytes

            | store | fill ns | get ns | put ns | mixed ns | reopen ms | disk MB | heap B/entry |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private FileBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments {@code quick} or {@code full}, and the folder for {@code file.md}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long millis = "quick".equals(arguments[0]) ? 1_000 : 6_000;
        StringBuilder page = new StringBuilder(text("file-head.md"));
        for (Group group : GROUPS) {
            page.append(HEAD.formatted(group.entries(), group.bytes()));
            for (Contender each : group.contenders()) {
                String row = trial(each, group, millis);
                System.out.println(row);
                page.append(row).append('\n');
            }
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.writeString(folder.resolve("file.md"), page);
    }

    private static String trial(Contender contender, Group group, long millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        contender.name(),
                        Integer.toString(group.entries()),
                        Integer.toString(group.bytes()),
                        Long.toString(millis),
                        System.getProperty("java.io.tmpdir"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String last = out.lines().reduce((before, after) -> after).orElse("");
            process.waitFor();
            return last.isEmpty()
                    ? String.format(Locale.ROOT, "| %s | failed |", contender.title())
                    : Result.parse(last).row(contender.title());
        }
    }

    /** A table: so many entries, with values of so many bytes, in each of these. */
    private record Group(int entries, int bytes, Set<Contender> contenders) {}

    private static String text(String name) throws IOException {
        try (var in = FileBenchmarks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource '" + name + "' is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
