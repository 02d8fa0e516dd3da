package dev.larder.benchmarks.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String PAUSES = """

            ## Puts during a compaction of the file

            Microseconds for a put of 200 bytes into a cache of 100,000 entries, after another cache of 50 MB was cleared; three rounds of each.

            | durability | median | 1 % exceed | 1 ‰ exceed | longest | meanwhile: median | 1 % exceed | 1 ‰ exceed | longest | compaction in ms |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;
    private static final List<String> DURABILITIES = List.of("restart", "crash");

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
        page.append(PAUSES);
        for (String each : DURABILITIES) {
            run(WritePauses.class, each, System.getProperty("java.io.tmpdir"))
                    .forEach(row -> page.append(row).append('\n'));
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.writeString(folder.resolve("file.md"), page);
    }

    private static String trial(Contender contender, Group group, long millis)
            throws IOException, InterruptedException {
        List<String> lines = run(
                Trial.class,
                contender.name(),
                Integer.toString(group.entries()),
                Integer.toString(group.bytes()),
                Long.toString(millis),
                System.getProperty("java.io.tmpdir"));
        return lines.isEmpty()
                ? String.format(Locale.ROOT, "| %s | failed |", contender.title())
                : Result.parse(lines.get(lines.size() - 1)).row(contender.title());
    }

    /** What a program says, in a JVM of its own. */
    private static List<String> run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            process.waitFor();
            return lines;
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
