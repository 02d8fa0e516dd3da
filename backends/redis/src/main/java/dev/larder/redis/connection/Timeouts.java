package dev.larder.redis.connection;

import dev.larder.spi.Settings;
import java.time.Duration;

/**
 * Deadlines, and the number of connections.
 *
 * @param batchBeyond how many single reads, or puts, of a cache run at once before further ones are batched
 * @param connect the longest time to open a connection
 * @param answer the longest wait for an answer
 * @param poolWait the longest wait for a connection of the pool
 * @param breakerFailures after how many failures in a row the breaker stops calls to a server
 * @param breakerPause for how long
 */
public record Timeouts(
        int connections,
        int batchBeyond,
        Duration connect,
        Duration answer,
        Duration poolWait,
        int breakerFailures,
        Duration breakerPause) {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    public static Timeouts of(Settings settings) {
        Duration timeout = settings.timeout("timeout", HALF_A_SECOND);
        int connections = settings.positiveInt("pool-size", 16);
        return new Timeouts(
                connections,
                settings.positiveInt("join-beyond", connections / 4 + (connections % 4 == 0 ? 0 : 1)),
                settings.timeout("connect-timeout", timeout),
                timeout,
                settings.timeout("pool-wait", timeout),
                settings.positiveInt("breaker-failures", 5),
                settings.timeout("breaker-pause", Duration.ofSeconds(1)));
    }
}
