package dev.larder.memcached.connection;

import dev.larder.spi.Settings;
import java.time.Duration;

/**
 * Deadlines of calls, and when the breaker opens.
 *
 * @param connect the longest time to open a connection
 * @param answer the longest wait for an answer
 * @param walk the longest time in which a server may list its keys
 * @param breakerFailures after how many failures in a row the breaker stops calls to a server
 * @param breakerPause for how long
 */
public record Timeouts(Duration connect, Duration answer, Duration walk, int breakerFailures, Duration breakerPause) {

    public static Timeouts of(Settings settings) {
        Duration timeout = settings.timeout("timeout", Duration.ofMillis(500));
        return new Timeouts(
                settings.timeout("connect-timeout", timeout),
                timeout,
                settings.timeout("walk-timeout", Duration.ofSeconds(10)),
                settings.positiveInt("breaker-failures", 5),
                settings.timeout("breaker-pause", Duration.ofSeconds(1)));
    }
}
