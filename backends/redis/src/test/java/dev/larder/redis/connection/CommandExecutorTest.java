package dev.larder.redis.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.redis.command.RedisFailure;
import dev.larder.spi.Settings;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

class CommandExecutorTest {
    private static final Settings SETTINGS = Settings.of(Map.of("pool-size", "3", "pool-wait", "1ms"));

    @Test
    void translatingFailures_noConnectionFree_namesTheSettingsThatGiveMore() {
        JedisException exhausted =
                new JedisException("Could not get a resource from the pool", new NoSuchElementException("Timeout"));
        assertThatThrownBy(() -> executor().translatingFailures(() -> {
                    throw exhausted;
                }))
                .isInstanceOf(RedisFailure.class)
                .hasMessage("Redis at redis://h was not asked: its 3 connections were all in use for 1 ms; raise the"
                        + " setting pool-size, or pool-wait (if that is not set, timeout)");
    }

    private static CommandExecutor executor() {
        Timeouts timeouts = Timeouts.of(SETTINGS);
        return new CommandExecutor(
                "redis://h",
                ClientHolder.own(
                        () -> {
                            throw new JedisException("none");
                        },
                        timeouts.answer()),
                timeouts,
                Runnable::run);
    }
}
