package dev.larder.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.Trips;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.processor.EntryProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The round trips of each operation, by the server's own count. */
final class RoundTripsTest {
    private static final String LARGE = "x".repeat(5000);

    private static RedisServer server;
    private static Trips trips;
    private static CacheManager manager;

    @BeforeAll
    static void open() {
        server = RedisServer.start();
        trips = new Trips(server);
        manager = manager(server);
    }

    private static CacheManager manager(RedisServer at) {
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(
                        URI.create(at.address() + "?timeout=10s&clock-refresh=1h"),
                        RoundTripsTest.class.getClassLoader());
    }

    @AfterAll
    static void close() {
        manager.close();
        trips.close();
        server.close();
    }

    private static Stream<Arguments> configurations() {
        return policies().flatMap(policy -> Stream.of(true, false).map(statistics -> Arguments.of(policy, statistics)));
    }

    private static Stream<Factory<? extends ExpiryPolicy>> policies() {
        return Stream.of(
                new Named("eternal", EternalExpiryPolicy.factoryOf()),
                new Named("created", CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR)),
                new Named("modified", ModifiedExpiryPolicy.factoryOf(Duration.ONE_HOUR)),
                new Named("accessed", AccessedExpiryPolicy.factoryOf(Duration.ONE_HOUR)),
                new Named("touched", TouchedExpiryPolicy.factoryOf(Duration.ONE_HOUR)));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void operations_anyStandardPolicy_stayWithinTheBudget(Factory<? extends ExpiryPolicy> policy, boolean statistics) {
        Cache<String, String> cache = cache(policy, statistics);
        // The first call of each kind loads its script.
        budget().forEach(each -> each.operation().accept(cache));
        cache.remove("new");
        for (Budget each : budget()) {
            cache.put("there", "1");
            assertThat(trips.of(() -> each.operation().accept(cache)))
                    .as(each.name())
                    .isEqualTo(each.trips());
        }
    }

    @Test
    void getAll_thousandKeys_takesAHandfulOfTrips() {
        Cache<String, String> cache = cache(EternalExpiryPolicy.factoryOf(), false);
        Map<String, String> many =
                Stream.iterate(1, i -> i + 1).limit(1_000).collect(Collectors.toMap(i -> "k" + i, i -> "v" + i));
        // Long commands are read in pieces: some 16 KB each.
        assertThat(trips.of(() -> cache.putAll(many))).isLessThan(20);
        assertThat(trips.of(() -> cache.getAll(many.keySet()))).isLessThan(10);
        assertThat(trips.of(() -> cache.removeAll(many.keySet()))).isLessThan(40);
    }

    @Test
    void put_tenThousandCharacters_reachesTheServerInOnePiece() {
        Cache<String, String> cache = cache(EternalExpiryPolicy.factoryOf(), false);
        cache.put("there", "1");
        String large = "x".repeat(10_000);
        int puts = 20;
        long read = trips.of(() -> IntStream.range(0, puts).forEach(i -> cache.put("there", large)));
        assertThat(read).isEqualTo(puts);
    }

    /** A put is plain if no entry has its own lifetime; otherwise a script checks on the server. */
    @Test
    @SuppressWarnings("unchecked")
    void put_ownLifetimes_takesOneTripAndKeepsThem() {
        LarderCache<String, String> cache =
                cache(EternalExpiryPolicy.factoryOf(), false).unwrap(LarderCache.class);
        cache.put("there", "1");
        assertThat(trips.commandsOf(() -> cache.put("there", "2"))).isEqualTo(Map.of("set", 1L, "get", 1L, "ping", 1L));
        PutOptions hour = PutOptions.NONE.lifetime(java.time.Duration.ofHours(1));
        cache.put("there", "3", hour);
        cache.put("there", "4");
        assertThat(trips.of(() -> cache.put("there", "5", hour))).isEqualTo(1);
        assertThat(trips.of(() -> cache.put("there", "6"))).isEqualTo(1);
        assertThat(trips.of(() -> cache.getAndPut("there", "7"))).isEqualTo(1);
        assertThat(requireNonNull(cache.entry("there")).expiresAt()).isNotNull();
    }

    /** The tag snapshot before a processor runs is taken in the round trip of the read. */
    @Test
    @SuppressWarnings("unchecked")
    void invoke_makesATaggedValueOfAnAbsentEntry_takesTwoTrips() {
        LarderCache<String, String> cache = manager.createCache(
                        "trips " + UUID.randomUUID(),
                        new LarderConfiguration<String, String>()
                                .setTypes(String.class, String.class)
                                .setTagger((key, value) -> Set.of("all")))
                .unwrap(LarderCache.class);
        EntryProcessor<String, String, Boolean> ifAbsent = (entry, none) -> {
            if (!entry.exists()) {
                entry.setValue("1");
            }
            return entry.exists();
        };
        cache.invoke("first", ifAbsent);
        cache.remove("first");
        assertThat(trips.of(() -> cache.invoke("first", ifAbsent))).isEqualTo(2);
        assertThat(trips.of(() -> cache.invoke("second", ifAbsent))).isEqualTo(2);
        assertThat(trips.of(() -> cache.invoke("second", ifAbsent))).isEqualTo(1);
        assertThat(cache.get("second")).isEqualTo("1");
    }

    /** On a server of its own: what is freed in the background is not what is counted elsewhere. */
    @Test
    void clear_manyEntries_costsOneCommandAndItsEcho() {
        try (RedisServer apart = RedisServer.start();
                Trips counted = new Trips(apart);
                CacheManager own = manager(apart)) {
            Cache<String, String> cache = own.createCache(
                    "cleared", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
            cache.putAll(Stream.iterate(1, i -> i + 1).limit(500).collect(Collectors.toMap(i -> "k" + i, i -> "v")));
            // The background takes a rest before it begins.
            assertThat(counted.commandsOf(cache::clear)).isEqualTo(Map.of("set", 1L, "ping", 1L));
        }
    }

    private static List<Budget> budget() {
        return Arrays.asList(
                new Budget("get", 1, cache -> cache.get("there")),
                new Budget("get of what is not there", 1, cache -> cache.get("gone")),
                new Budget("containsKey", 1, cache -> cache.containsKey("there")),
                new Budget("put", 1, cache -> cache.put("there", "2")),
                new Budget("put of what is not there", 1, cache -> cache.put("new" + UUID.randomUUID(), "2")),
                new Budget("putIfAbsent", 1, cache -> cache.putIfAbsent("there", "2")),
                new Budget("putIfAbsent of what is not there", 1, cache -> cache.putIfAbsent("new", "2")),
                new Budget("putIfAbsent, large", 1, cache -> cache.putIfAbsent("there", LARGE)),
                new Budget(
                        "putIfAbsent of what is not there, large",
                        2,
                        cache -> cache.putIfAbsent("new" + UUID.randomUUID(), LARGE)),
                new Budget("remove", 1, cache -> cache.remove("there")),
                new Budget("getAndPut", 1, cache -> cache.getAndPut("there", "2")),
                new Budget("getAndRemove", 1, cache -> cache.getAndRemove("there")),
                new Budget("getAll", 1, cache -> cache.getAll(Set.of("there", "new", "gone"))),
                new Budget("putAll", 1, cache -> cache.putAll(Map.of("there", "2", "other", "3"))),
                new Budget("replace", 2, cache -> cache.replace("there", "2")),
                new Budget("replace of what is not there", 1, cache -> cache.replace("gone", "2")),
                new Budget("replace if equal", 2, cache -> cache.replace("there", "1", "2")),
                new Budget("getAndReplace", 2, cache -> cache.getAndReplace("there", "2")),
                new Budget("remove if equal", 2, cache -> cache.remove("there", "1")),
                new Budget(
                        "invoke that writes",
                        2,
                        cache -> cache.invoke("there", (entry, arguments) -> {
                            entry.setValue("2");
                            return null;
                        })),
                new Budget(
                        "invoke that only reads",
                        1,
                        cache -> cache.invoke("there", (entry, arguments) -> entry.exists())));
    }

    private static Cache<String, String> cache(Factory<? extends ExpiryPolicy> policy, boolean statistics) {
        return manager.createCache(
                "trips " + UUID.randomUUID(),
                new MutableConfiguration<String, String>()
                        .setTypes(String.class, String.class)
                        .setExpiryPolicyFactory(policy)
                        .setStatisticsEnabled(statistics));
    }

    private record Budget(String name, long trips, Consumer<Cache<String, String>> operation) {}

    private record Named(String name, Factory<? extends ExpiryPolicy> policies) implements Factory<ExpiryPolicy> {
        @Override
        public ExpiryPolicy create() {
            return policies.create();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
