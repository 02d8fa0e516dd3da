package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.Incrementer;
import dev.larder.contract.Silence;
import dev.larder.memcached.server.MemcachedServer;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** How long does an operation of several trips wait for a server that says nothing? */
final class SilenceTest {
    @Test
    void invoke_serverPaused_waitsForItOnce() {
        try (MemcachedServer server = MemcachedServer.start();
                CacheManager manager = Incrementer.manager(server.address() + "?timeout=400ms")) {
            Cache<String, String> cache = manager.createCache(
                    "silence", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
            cache.put("key", "1");
            server.pause();
            Duration blocked = Silence.ofTwoTrips(cache);
            server.resume();
            assertThat(blocked).isBetween(Duration.ofMillis(350), Duration.ofMillis(700));
        }
    }
}
