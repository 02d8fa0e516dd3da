package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.Incrementer;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.Trips;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** Do entries with tags cost as many round trips as those without? */
final class TaggedTripsTest {

    @Test
    void operations_onTaggedEntries_takeOneTrip() {
        try (RedisServer server = RedisServer.start();
                Trips trips = new Trips(server);
                CacheManager manager = Incrementer.manager(server.address() + "?timeout=10s&clock-refresh=1h")) {
            LarderCache<String, String> cache = (LarderCache<String, String>) manager.createCache(
                    "tagged", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
            cache.put("a", "1", PutOptions.tags("x", "y"));
            cache.put("a", "2", PutOptions.tags("x", "y"));
            assertThat(cache.get("a")).isEqualTo("2");
            assertThat(trips.of(() -> cache.put("a", "3", PutOptions.tags("x", "y"))))
                    .isEqualTo(1);
            assertThat(trips.of(() -> cache.get("a"))).isEqualTo(1);
            assertThat(trips.of(() -> cache.containsKey("a"))).isEqualTo(1);
            assertThat(trips.of(() -> cache.getAll(Set.of("a", "b")))).isEqualTo(1);
            assertThat(trips.of(() -> cache.invalidateTags(Set.of("y")))).isLessThanOrEqualTo(2);
            assertThat(cache.get("a")).isNull();
        }
    }
}
