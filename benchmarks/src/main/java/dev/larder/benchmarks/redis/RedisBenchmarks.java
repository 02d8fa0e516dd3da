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

/** The command: all contenders by turns over one server, operation by operation, and the tables of all. */
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
        tell("%n## Values of %,d bytes%n%n".formatted(size));
        byte[] value = new byte[size];
        new Random(size).nextBytes(value);
        for (Contender each : peers.keySet()) {
            tell("- %s: %.0f bytes for an entry on the server%n".formatted(each.title(), memory(each, value)));
        }
        peers.forEach((contender, peer) -> fill(peer, contender.carried(value)));
        tell(TITLES);
        for (Verb verb : Verb.values()) {
            for (int threads : THREADS) {
                rows(verb, value, threads);
            }
        }
    }

    private double memory(Contender contender, byte[] value) {
        server.flushDB();
        double before = Turn.info(server, "memory", "used_memory:");
        fill(peer(contender), value);
        double after = Turn.info(server, "memory", "used_memory:");
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
        Map<Contender, List<Turn>> turns = new EnumMap<>(Contender.class);
        for (int round = -1; round < rounds; round++) {
            for (Contender each : able) {
                Turn turn = Turn.of(peer(each), verb, each.carried(value), threads, millis, server);
                if (round >= 0) {
                    turns.computeIfAbsent(each, any -> new ArrayList<>()).add(turn);
                }
            }
        }
        List<Turn> raw = turns.getOrDefault(Contender.JEDIS, List.of());
        turns.forEach((contender, own) -> tell(row(verb, threads, contender, own, raw)));
    }

    private static String row(Verb verb, int threads, Contender contender, List<Turn> turns, List<Turn> raw) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %,.0f | %s | %.1f | %.1f |%n",
                verb.title(),
                threads,
                contender.title(),
                median(turns, turn -> turn.pace().perSecond()),
                raw.isEmpty() ? "" : "%.2f".formatted(share(turns, raw)),
                median(turns, turn -> turn.pace().cpuMicros()),
                median(turns, Turn::serverMicros));
    }

    private static double share(List<Turn> turns, List<Turn> raw) {
        return median(IntStream.range(0, turns.size())
                .mapToDouble(
                        i -> turns.get(i).pace().perSecond() / raw.get(i).pace().perSecond()));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return median(turns.stream().mapToDouble(figure));
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

    private void tell(String lines) {
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
