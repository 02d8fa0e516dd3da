package dev.larder.benchmarks.redis;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import redis.clients.jedis.Jedis;

/**
 * One contender, in a JVM of its own: fills, does each thing for a while with so many threads, and prints a line for each:
 * value bytes, verb, threads, operations a second, microseconds of the client's CPU for each, and of the server's. Last
 * a line with what an entry takes on the server.
 */
final class RedisTrial {
    private static final int[] SIZES = {100, 10_000};
    private static final int[] THREADS = {1, 2, 16};
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Contender contender;
    private final String address;
    private final long millis;

    private RedisTrial(String... arguments) {
        contender = Contender.valueOf(arguments[0]);
        address = arguments[1];
        millis = Long.parseLong(arguments[2]);
    }

    /**
     * Runs it.
     *
     * @param arguments contender, address, milliseconds of each measurement
     */
    public static void main(String[] arguments) throws InterruptedException {
        new RedisTrial(arguments).run();
        Runtime.getRuntime().halt(0); // Some contenders leave threads behind.
    }

    private void run() throws InterruptedException {
        for (int size : SIZES) {
            try (Jedis server = new Jedis(URI.create(address));
                    Peer peer = contender.open(address)) {
                server.flushDB();
                double before = info(server, "memory", "used_memory:");
                fill(peer, size);
                double memory = (info(server, "memory", "used_memory:") - before) / Verb.ENTRIES;
                System.out.printf(Locale.ROOT, "memory %d %.0f%n", size, memory);
                for (int threads : THREADS) {
                    all(peer, size, threads, server);
                }
            }
        }
    }

    private static void fill(Peer peer, int size) {
        for (int i = 0; i < Verb.ENTRIES; i++) {
            peer.put(Verb.key(i), value(size));
        }
    }

    private void all(Peer peer, int size, int threads, Jedis server) throws InterruptedException {
        for (Verb verb : Verb.values()) {
            if (verb != Verb.INVOKE || peer.canInvoke()) {
                work(peer, verb, size, threads, millis / 2);
                measure(peer, verb, size, threads, server);
            }
        }
    }

    private void measure(Peer peer, Verb verb, int size, int threads, Jedis server) throws InterruptedException {
        double serverBefore = serverSeconds(server);
        long clientBefore = cpu();
        long begin = System.nanoTime();
        long operations = work(peer, verb, size, threads, millis);
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        double client = (cpu() - clientBefore) / NANOS_PER_MICRO / operations;
        double onServer = (serverSeconds(server) - serverBefore) * MICROS_PER_SECOND / operations;
        System.out.printf(
                Locale.ROOT, "%d %s %d %.0f %.1f %.2f%n", size, verb, threads, operations / seconds, client, onServer);
    }

    private static long work(Peer peer, Verb verb, int size, int count, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        LongAdder operations = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(() -> {
                byte[] value = value(size);
                while (System.nanoTime() < end) {
                    verb.once(peer, value);
                    operations.increment();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        return operations.sum();
    }

    private static byte[] value(int size) {
        byte[] value = new byte[size];
        ThreadLocalRandom.current().nextBytes(value);
        return value;
    }

    private static double serverSeconds(Jedis server) {
        return info(server, "cpu", "used_cpu_sys:") + info(server, "cpu", "used_cpu_user:");
    }

    private static double info(Jedis server, String section, String name) {
        return server.info(section)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
