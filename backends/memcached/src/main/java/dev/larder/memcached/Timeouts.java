package dev.larder.memcached;

import dev.larder.spi.Settings;
import java.time.Duration;

/**
 * How long anything may take.
 *
 * @param connect until a connection stands
 * @param answer until a server has answered
 * @param walk until a server has listed its keys
 * @param breakerFailures after how many failures in a row a server is left alone
 * @param breakerPause for how long
 */
public record Timeouts(Duration connect, Duration answer, Duration walk, int breakerFailures, Duration breakerPause) {

    static Timeouts of(Settings settings) {
        Duration timeout = settings.duration("timeout", Duration.ofMillis(500));
        return new Timeouts(
                settings.duration("connect-timeout", timeout),
                timeout,
                settings.duration("walk-timeout", Duration.ofSeconds(10)),
                Math.toIntExact(settings.positive("breaker-failures", 5)),
                settings.duration("breaker-pause", Duration.ofSeconds(1)));
    }
}
