package dev.larder.benchmarks.memcached;

import dev.larder.benchmarks.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The command: measures both clients alternately, operation by operation, and prints the table. */
public final class MemcachedBenchmarks {
    private static final int[] SIZES = {100, 10_000};
    private static final int[] THREADS = {1, 2, 16};
    private static final String TITLES = """

            ## Values of %,d bytes

            | operation | threads | xmemcached/s | Larder/s | Larder to xmemcached | xmemcached CPU µs | Larder CPU µs |
            |---|---:|---:|---:|---:|---:|---:|
            """;

    private final Rival larder;
    private final Rival raw;
    private final int rounds;
    private final long millis;

    private MemcachedBenchmarks(Rival larder, Rival raw, boolean quick) {
        this.larder = larder;
        this.raw = raw;
        this.rounds = quick ? 3 : 15;
        this.millis = quick ? 300 : 250;
    }

    /**
     * Runs them.
     *
     * @param arguments the server's address, {@code quick} or {@code full}, and the folder for {@code memcached.md}
     */
    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        StringBuilder page = new StringBuilder(text("memcached-head.md"));
        try (LarderRival larder = new LarderRival(address + "?timeout=10s");
                Rival raw = new RawRival(address.substring("memcached://".length()))) {
            MemcachedBenchmarks benchmarks = new MemcachedBenchmarks(larder, raw, "quick".equals(arguments[1]));
            for (int size : SIZES) {
                page.append(TITLES.formatted(size));
                benchmarks.measure(size, page);
            }
            page.append(new Extremes(larder.cache(), benchmarks.rounds).measured());
        }
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Files.writeString(folder.resolve("memcached.md"), page);
        System.out.println(page);
    }

    private void measure(int size, StringBuilder page) throws Exception {
        byte[] value = new byte[size];
        new Random(1).nextBytes(value);
        for (int i = 0; i < Operation.KEYS; i++) {
            larder.set(Operation.key(i), value);
            raw.set(Operation.key(i), value);
        }
        for (Operation operation : Operation.values()) {
            for (int threads : THREADS) {
                String row = row(operation, value, threads);
                System.out.print(row);
                page.append(row);
            }
        }
    }

    private String row(Operation operation, byte[] value, int threads) throws Exception {
        List<Pace> raws = new ArrayList<>();
        List<Pace> larders = new ArrayList<>();
        Pace.of(() -> operation.run(raw, value), threads, millis);
        Pace.of(() -> operation.run(larder, value), threads, millis);
        for (int i = 0; i < rounds; i++) {
            raws.add(Pace.of(() -> operation.run(raw, value), threads, millis));
            larders.add(Pace.of(() -> operation.run(larder, value), threads, millis));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %,.0f | %.2f | %.1f | %.1f |%n",
                operation.title(),
                threads,
                median(raws.stream().mapToDouble(Pace::perSecond)),
                median(larders.stream().mapToDouble(Pace::perSecond)),
                median(IntStream.range(0, rounds)
                        .mapToDouble(
                                i -> larders.get(i).perSecond() / raws.get(i).perSecond())),
                median(raws.stream().mapToDouble(Pace::cpuMicros)),
                median(larders.stream().mapToDouble(Pace::cpuMicros)));
    }

    private static double median(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String text(String name) throws IOException {
        try (var in = MemcachedBenchmarks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource '" + name + "' is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
