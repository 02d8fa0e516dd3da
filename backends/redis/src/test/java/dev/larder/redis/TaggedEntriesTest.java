package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.Trips;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.junit.jupiter.api.Test;

/** Tests that entries with tags take as many round trips as those without, and fail as harmlessly. */
final class TaggedEntriesTest {

    @Test
    void operations_onTaggedEntries_takeOneTrip() {
        try (RedisServer server = RedisServer.start();
                Trips trips = new Trips(server);
                CacheManager manager = IncrementingJvm.manager(server.address() + "?timeout=10s&clock-refresh=1h")) {
            LarderCache<String, String> cache = cache(manager);
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

    /** A read that extends the expiry, and an exchange with a change event, return the stamps too. */
    @Test
    void operations_withTouchedExpiryOrEvents_takeNoFurtherTrip() {
        try (RedisServer server = RedisServer.start();
                Trips trips = new Trips(server);
                CacheManager manager =
                        IncrementingJvm.manager(server.address() + "?timeout=10s&clock-refresh=1h&events=cluster")) {
            LarderCache<String, String> cache = (LarderCache<String, String>) manager.createCache(
                    "touched",
                    new MutableConfiguration<String, String>()
                            .setTypes(String.class, String.class)
                            .setExpiryPolicyFactory(TouchedExpiryPolicy.factoryOf(Duration.ONE_HOUR)));
            cache.put("a", "1", PutOptions.tags("x", "y"));
            assertThat(cache.get("a")).isEqualTo("1");
            assertThat(trips.of(() -> cache.get("a"))).isEqualTo(1);
            assertThat(trips.of(() -> cache.getAll(Set.of("a", "b")))).isEqualTo(1);
            assertThat(trips.of(() -> cache.put("a", "2", PutOptions.tags("x", "y"))))
                    .isEqualTo(2);
            cache.invalidateTags(Set.of("y"));
            assertThat(cache.get("a")).isNull();
        }
    }

    @Test
    void operations_serverDown_missAndRecoverByThemselves() {
        try (RedisServer server = RedisServer.start();
                CacheManager manager = IncrementingJvm.manager(server.address() + "?breaker-pause=100ms")) {
            LarderCache<String, String> cache = cache(manager);
            cache.put("a", "1", PutOptions.tags("x"));
            server.kill();
            assertThat(cache.get("a")).isNull();
            Lease taken = cache.lease(Set.of("x", "new"));
            assertThatThrownBy(() -> cache.invalidateTags(Set.of("x"))).isInstanceOf(CacheException.class);
            server.restart();
            Workload.untilWorks(() -> cache.put("b", "1", taken));
            assertThat(cache.get("b")).isNull();
            cache.put("b", "2", PutOptions.tags("x"));
            assertThat(cache.get("b")).isEqualTo("2");
        }
    }

    @SuppressWarnings("unchecked")
    private static LarderCache<String, String> cache(CacheManager manager) {
        return (LarderCache<String, String>) (Cache<?, ?>) manager.createCache(
                "tagged", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }
}
