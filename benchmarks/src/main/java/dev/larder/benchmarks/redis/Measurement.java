package dev.larder.benchmarks.redis;

import dev.larder.benchmarks.Pace;
import redis.clients.jedis.Jedis;

/**
 * One measurement of one contender for one operation.
 *
 * @param serverMicros the server's CPU time for each operation
 */
record Measurement(Pace pace, double serverMicros) {
    private static final double MICROS_PER_SECOND = 1e6;

    static Measurement of(Peer peer, Verb verb, byte[] value, int threads, long millis, Jedis server) throws Exception {
        double before = seconds(server);
        Pace pace = Pace.of(() -> verb.once(peer, value), threads, millis);
        return new Measurement(pace, (seconds(server) - before) * MICROS_PER_SECOND / pace.done());
    }

    private static double seconds(Jedis server) {
        return info(server, "cpu", "used_cpu_sys:") + info(server, "cpu", "used_cpu_user:");
    }

    /** A number from the server's {@code INFO}. */
    static double info(Jedis server, String section, String name) {
        return server.info(section)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
