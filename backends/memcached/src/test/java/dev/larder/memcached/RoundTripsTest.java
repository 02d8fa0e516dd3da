package dev.larder.memcached;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.Relay;
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
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The round trips of each operation, and what the server counts. */
final class RoundTripsTest {
    private static final String LARGE = "x".repeat(5000);

    private static MemcachedServer server;
    private static Relay relay;
    private static CacheManager manager;

    @BeforeAll
    static void open() {
        server = MemcachedServer.start();
        relay = new Relay(server);
        manager = IncrementingJvm.manager(relay.address() + "?timeout=10s");
    }

    @AfterAll
    static void close() {
        manager.close();
        relay.close();
        server.close();
    }

    private static List<Budget> budget() {
        return List.of(
                new Budget("get", 1, cache -> cache.get("there")),
                new Budget("get of what is not there", 1, cache -> cache.get("gone")),
                new Budget("containsKey", 1, cache -> cache.containsKey("there")),
                new Budget("putIfAbsent", 1, cache -> cache.putIfAbsent("there", "2")),
                new Budget("putIfAbsent of what is not there", 1, cache -> cache.putIfAbsent("new", "2")),
                new Budget("putIfAbsent, large", 1, cache -> cache.putIfAbsent("there", LARGE)),
                new Budget(
                        "putIfAbsent of what is not there, large",
                        2,
                        cache -> cache.putIfAbsent("new" + UUID.randomUUID(), LARGE)),
                new Budget("remove", 2, cache -> cache.remove("there")),
                new Budget("remove of what is not there", 1, cache -> cache.remove("gone")),
                new Budget("getAndPut", 2, cache -> cache.getAndPut("there", "2")),
                new Budget("getAndRemove", 2, cache -> cache.getAndRemove("there")),
                new Budget("getAll", 1, cache -> cache.getAll(Set.of("there", "new", "gone"))),
                new Budget("removeAll of keys", 2, cache -> cache.removeAll(Set.of("there", "gone"))),
                new Budget("replace", 2, cache -> cache.replace("there", "2")),
                new Budget("replace of what is not there", 1, cache -> cache.replace("gone", "2")),
                new Budget("replace if equal", 2, cache -> cache.replace("there", "1", "2")),
                new Budget("getAndReplace", 2, cache -> cache.getAndReplace("there", "2")),
                new Budget("remove if equal", 2, cache -> cache.remove("there", "1")),
                new Budget("clear", 1, Cache::clear),
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

    private static List<Budget> puts() {
        return List.of(
                new Budget("put", 1, cache -> cache.put("there", "2")),
                new Budget("put of what is not there", 1, cache -> cache.put("new" + UUID.randomUUID(), "2")),
                new Budget("putAll", 1, cache -> cache.putAll(Map.of("there", "2", "other", "3"))));
    }

    private static Stream<Arguments> configurations() {
        return Stream.of(EternalExpiryPolicy.factoryOf(), CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR))
                .flatMap(policy -> Stream.of(true, false).map(statistics -> Arguments.of(policy, statistics)));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void operations_lifetimeFromCreation_stayWithinTheBudget(
            Factory<? extends ExpiryPolicy> policy, boolean statistics) {
        Cache<String, String> cache = cache(policy, statistics);
        for (Budget each : budget()) {
            check(cache, each);
        }
    }

    /** A put that needs nothing of the entry it replaces does not read it. */
    @ParameterizedTest
    @MethodSource("puts")
    void put_sameLifetimeForUpdates_takesOneTrip(Budget each) {
        check(cache(EternalExpiryPolicy.factoryOf(), true), each);
    }

    /** If entries may have their own lifetimes, only a put with an own lifetime skips the read. */
    @Test
    @SuppressWarnings("unchecked")
    void put_ownLifetimes_readsOnlyIfItKeepsThem() {
        LarderCache<String, String> cache =
                cache(EternalExpiryPolicy.factoryOf(), false).unwrap(LarderCache.class);
        PutOptions hour = PutOptions.NONE.lifetime(java.time.Duration.ofHours(1));
        cache.put("there", "1", hour);
        assertThat(relay.of(() -> cache.put("there", "2", hour))).isEqualTo(1);
        assertThat(relay.of(() -> cache.put("there", "3"))).isEqualTo(2);
        cache.clear();
        cache.put("there", "4", hour);
        cache.put("there", "5");
        assertThat(requireNonNull(cache.entry("there")).expiresAt()).isNotNull();
    }

    @Test
    void bulk_thousandKeys_takesAHandfulOfTrips() {
        Cache<String, String> cache = cache(EternalExpiryPolicy.factoryOf(), false);
        Map<String, String> many =
                IntStream.range(0, 1_000).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v" + i));
        assertThat(relay.of(() -> cache.putAll(many))).isLessThan(20);
        assertThat(relay.of(() -> cache.getAll(many.keySet()))).isLessThan(20);
        assertThat(relay.of(() -> cache.removeAll(many.keySet()))).isLessThan(40);
    }

    @Test
    void commands_ofGetPutAndClear_areThoseThatTheDocumentationNames() {
        Cache<String, String> cache = cache(EternalExpiryPolicy.factoryOf(), false);
        cache.put("a", "1");
        assertThat(counted(() -> cache.get("a"))).isEqualTo(Map.of("cmd_get", 2L, "cmd_set", 0L));
        assertThat(counted(() -> cache.put("a", "2"))).isEqualTo(Map.of("cmd_get", 1L, "cmd_set", 1L));
        assertThat(counted(() -> cache.replace("a", "2", "3"))).isEqualTo(Map.of("cmd_get", 4L, "cmd_set", 1L));
        assertThat(counted(cache::clear)).isEqualTo(Map.of("cmd_get", 0L, "cmd_set", 1L));
    }

    private static Map<String, Long> counted(Runnable work) {
        Map<String, Long> before = server.statistics();
        work.run();
        Map<String, Long> after = server.statistics();
        return Stream.of("cmd_get", "cmd_set")
                .collect(Collectors.toMap(name -> name, name -> after.get(name) - before.get(name)));
    }

    private static void check(Cache<String, String> cache, Budget each) {
        cache.put("there", "1");
        cache.remove("new");
        assertThat(relay.of(() -> each.operation().accept(cache)))
                .as(each.name())
                .isEqualTo(each.trips());
    }

    private static Cache<String, String> cache(Factory<? extends ExpiryPolicy> policy, boolean statistics) {
        return manager.createCache(
                "trips " + UUID.randomUUID(),
                new MutableConfiguration<String, String>()
                        .setTypes(String.class, String.class)
                        .setExpiryPolicyFactory(policy)
                        .setStatisticsEnabled(statistics));
    }

    private record Budget(String name, long trips, Consumer<Cache<String, String>> operation) {
        @Override
        public String toString() {
            return name;
        }
    }
}
