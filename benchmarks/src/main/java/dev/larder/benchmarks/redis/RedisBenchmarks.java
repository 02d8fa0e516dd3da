package dev.larder.benchmarks.redis;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;

/** The command: measures all contenders alternately over one server, operation by operation, and prints the tables. */
public final class RedisBenchmarks {
    private static final int[] SIZES = {100, 10_000};
    private static final int[] THREADS = {1, 2, 16};
    private static final String TITLES = """

            | operation | threads | by | a second | of raw Jedis | client µs | server µs |
            |---|---:|---|---:|---:|---:|---:|
            """;

    private final Jedis server;
    private final Map<Contender, Peer> peers;
    private final int rounds;
    private final long millis;
    private final StringBuilder page;

    private RedisBenchmarks(Jedis server, Map<Contender, Peer> peers, boolean quick, StringBuilder page) {
        this.server = server;
        this.peers = peers;
        this.rounds = quick ? 3 : 7;
        this.millis = quick ? 200 : 400;
        this.page = page;
    }

    /**
     * Runs them.
     *
     * @param arguments {@code quick} or {@code full}, the folder for {@code redis.md}, the server's address
     */
    public static void main(String[] arguments) throws Exception {
        StringBuilder page = new StringBuilder(text("redis-head.md"));
        String address = arguments[2];
        Map<Contender, Peer> peers = new EnumMap<>(Contender.class);
        for (Contender each : Contender.values()) {
            peers.put(each, each.open(address));
        }
        try (Jedis server = new Jedis(URI.create(address))) {
            RedisBenchmarks benchmarks = new RedisBenchmarks(server, peers, "quick".equals(arguments[0]), page);
            for (int size : SIZES) {
                benchmarks.measure(size);
            }
        } finally {
            peers.values().forEach(Peer::close);
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.writeString(folder.resolve("redis.md"), page);
    }

    private void measure(int size) throws Exception {
        print("%n## Values of %,d bytes%n%n".formatted(size));
        byte[] value = new byte[size];
        new Random(size).nextBytes(value);
        for (Contender each : peers.keySet()) {
            print("- %s: %.0f bytes for an entry on the server%n".formatted(each.title(), memory(each, value)));
        }
        peers.forEach((contender, peer) -> fill(peer, contender.carried(value)));
        print(TITLES);
        for (Verb verb : Verb.values()) {
            for (int threads : THREADS) {
                rows(verb, value, threads);
            }
        }
    }

    private double memory(Contender contender, byte[] value) {
        server.flushDB();
        double before = Measurement.info(server, "memory", "used_memory:");
        fill(peer(contender), value);
        double after = Measurement.info(server, "memory", "used_memory:");
        server.flushDB();
        return (after - before) / Verb.ENTRIES;
    }

    private static void fill(Peer peer, byte[] value) {
        for (int i = 0; i < Verb.ENTRIES; i++) {
            peer.put(Verb.key(i), value);
        }
    }

    private void rows(Verb verb, byte[] value, int threads) throws Exception {
        List<Contender> able = peers.keySet().stream()
                .filter(each -> verb != Verb.INVOKE || peer(each).canInvoke())
                .toList();
        Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);
        for (int round = -1; round < rounds; round++) {
            for (Contender each : able) {
                Measurement measurement =
                        Measurement.of(peer(each), verb, each.carried(value), threads, millis, server);
                if (round >= 0) {
                    measurements.computeIfAbsent(each, any -> new ArrayList<>()).add(measurement);
                }
            }
        }
        List<Measurement> raw = measurements.getOrDefault(Contender.JEDIS, List.of());
        measurements.forEach((contender, own) -> print(row(verb, threads, contender, own, raw)));
    }

    private static String row(
            Verb verb, int threads, Contender contender, List<Measurement> measurements, List<Measurement> raw) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %,.0f | %s | %.1f | %.1f |%n",
                verb.title(),
                threads,
                contender.title(),
                median(measurements, measurement -> measurement.pace().perSecond()),
                raw.isEmpty() ? "" : "%.2f".formatted(share(measurements, raw)),
                median(measurements, measurement -> measurement.pace().cpuMicros()),
                median(measurements, Measurement::serverMicros));
    }

    private static double share(List<Measurement> measurements, List<Measurement> raw) {
        return median(IntStream.range(0, measurements.size())
                .mapToDouble(i -> measurements.get(i).pace().perSecond()
                        / raw.get(i).pace().perSecond()));
    }

    private static double median(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        return median(measurements.stream().mapToDouble(figure));
    }

    private static double median(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Peer peer(Contender contender) {
        Peer peer = peers.get(contender);
        if (peer == null) {
            throw new IllegalStateException(contender.title() + " is not open");
        }
        return peer;
    }

    private void print(String lines) {
        System.out.print(lines);
        page.append(lines);
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
