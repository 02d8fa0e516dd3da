package dev.larder.redis;

import dev.larder.spi.Settings;
import java.time.Duration;

/**
 * How long anything may take, and how many connections there may be.
 *
 * @param joinBeyond how many reads, or puts, of single entries are under way for a cache before more are joined
 * @param connect until a connection stands
 * @param answer until the server answers
 * @param poolWait until a connection of the pool is free
 * @param breakerFailures after how many failures in a row the server is left alone
 * @param breakerPause for how long
 */
public record Timeouts(
        int connections,
        int joinBeyond,
        Duration connect,
        Duration answer,
        Duration poolWait,
        int breakerFailures,
        Duration breakerPause) {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    static Timeouts of(Settings settings) {
        Duration timeout = settings.duration("timeout", HALF_A_SECOND);
        int connections = Math.toIntExact(settings.positive("pool-size", 16));
        return new Timeouts(
                connections,
                Math.toIntExact(settings.positive("join-beyond", (connections + 3) / 4)),
                settings.duration("connect-timeout", timeout),
                timeout,
                settings.duration("pool-wait", timeout),
                Math.toIntExact(settings.positive("breaker-failures", 5)),
                settings.duration("breaker-pause", Duration.ofSeconds(1)));
    }
}
