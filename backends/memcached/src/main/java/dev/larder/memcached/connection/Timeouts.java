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
        Duration timeout = settings.duration("timeout", Duration.ofMillis(500));
        return new Timeouts(
                settings.duration("connect-timeout", timeout),
                timeout,
                settings.duration("walk-timeout", Duration.ofSeconds(10)),
                Math.toIntExact(settings.positive("breaker-failures", 5)),
                settings.duration("breaker-pause", Duration.ofSeconds(1)));
    }
}
