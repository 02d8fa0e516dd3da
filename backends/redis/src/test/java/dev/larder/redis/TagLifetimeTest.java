package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.Trips;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Stamps of tags stay on the server longer than the entries that hold them, but not for ever. */
final class TagLifetimeTest {
    private static final String STAMP = "larder:#t";
    private static final long LIFETIME = TimeUnit.DAYS.toMillis(10);
    private static final long HALF = LIFETIME / 2;
    private static final String ADDRESS = "?timeout=10s&clock-refresh=1h&tag-lifetime=10d";

    private final RedisServer server = RedisServer.start();
    private final Jedis jedis = server.connect();
    private CacheManager manager;
    private LarderCache<String, String> cache;

    @BeforeEach
    void open() {
        manager = IncrementingJvm.manager(server.address() + ADDRESS);
        cache = cache("eternal", new MutableConfiguration<>());
    }

    @AfterEach
    void close() {
        manager.close();
        jedis.close();
        server.close();
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, String> cache(String name, MutableConfiguration<String, String> configuration) {
        return manager.createCache(name, configuration.setTypes(String.class, String.class))
                .unwrap(LarderCache.class);
    }

    @Test
    void put_newTag_stampHasALifetime() {
        cache.put("a", "1", PutOptions.tags("t"));
        assertThat(jedis.pttl(STAMP)).isBetween(HALF + 1, LIFETIME);
    }

    @Test
    void invalidateTags_newStamp_hasALifetime() {
        cache.invalidateTags(Set.of("t"));
        assertThat(jedis.pttl(STAMP)).isBetween(HALF + 1, LIFETIME);
    }

    @Test
    void put_entryThatLivesLonger_stampOutlivesIt() {
        Duration year = new Duration(TimeUnit.DAYS, 365);
        LarderCache<String, String> lasting = cache(
                "lasting",
                new MutableConfiguration<String, String>().setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(year)));
        cache.put("a", "1", PutOptions.tags("t"));
        lasting.put("a", "1", PutOptions.tags("t"));
        assertThat(jedis.pttl(STAMP)).isGreaterThan(jedis.pttl("larder:lasting:a"));
        lasting.invalidateTags(Set.of("t"));
        lasting.put("a", "2", PutOptions.tags("t"));
        assertThat(jedis.pttl(STAMP)).isGreaterThan(jedis.pttl("larder:lasting:a"));
        cache.put("a", "1", PutOptions.tags("t"));
        assertThat(jedis.pttl(STAMP)).isGreaterThan(jedis.pttl("larder:lasting:a"));
    }

    @Test
    void get_stampThatSoonEnds_isProlonged() {
        cache.put("a", "1", PutOptions.tags("t"));
        jedis.pexpire(STAMP, HALF / 2);
        try (CacheManager another = elsewhere()) {
            assertThat(Workload.cache(another, "eternal").get("a")).isEqualTo("1");
            assertThat(jedis.pttl(STAMP)).isGreaterThan(HALF);
        }
    }

    /** As an older version left it. */
    @Test
    void get_stampForEver_isGivenALifetime() {
        cache.put("a", "1", PutOptions.tags("t"));
        jedis.persist(STAMP);
        try (CacheManager another = elsewhere()) {
            assertThat(Workload.cache(another, "eternal").get("a")).isEqualTo("1");
            assertThat(jedis.pttl(STAMP)).isBetween(HALF + 1, LIFETIME);
        }
    }

    @Test
    void stamp_gone_entryIsAbsentUntilItIsPutAgain() {
        cache.put("a", "1", PutOptions.tags("t"));
        jedis.del(STAMP);
        assertThat(cache.get("a")).isNull();
        cache.put("a", "2", PutOptions.tags("t"));
        assertThat(cache.get("a")).isEqualTo("2");
        assertThat(jedis.pttl(STAMP)).isBetween(HALF + 1, LIFETIME);
    }

    @Test
    void get_tagInUse_costsNothingMore() {
        cache.put("a", "1", PutOptions.tags("t"));
        cache.get("a");
        try (Trips trips = new Trips(server)) {
            assertThat(trips.commandsOf(() -> cache.get("a"))).isEqualTo(Map.of("mget", 1L, "ping", 1L));
        }
    }

    @Test
    void get_stampThatSoonEnds_isProlongedInTheSameTrip() {
        cache.put("a", "1", PutOptions.tags("t"));
        try (CacheManager another = elsewhere();
                Trips trips = new Trips(server)) {
            var there = Workload.cache(another, "eternal");
            // Learns which tags the entry has.
            there.get("a");
            there.unwrap(LarderCache.class).invalidateTags(Set.of("t"));
            cache.put("a", "2", PutOptions.tags("t"));
            assertThat(trips.of(() -> assertThat(there.get("a")).isEqualTo("2")))
                    .isEqualTo(1);
        }
    }

    private CacheManager elsewhere() {
        return IncrementingJvm.manager(server.address() + ADDRESS + "&prefix=larder:");
    }
}
