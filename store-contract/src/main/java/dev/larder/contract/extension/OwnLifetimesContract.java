package dev.larder.contract.extension;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.integration.CompletionListenerFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that an entry keeps its own lifetime through every kind of update that leaves lifetimes unchanged, with and
 * without listeners. A lifetime from a policy or from a later put replaces it.
 */
public abstract class OwnLifetimesContract extends CacheCase {
    private static final PutOptions HOUR = PutOptions.NONE.lifetime(Duration.ofHours(1));
    private static final javax.cache.expiry.Duration DAY = javax.cache.expiry.Duration.ONE_DAY;

    private static Map<String, Consumer<LarderCache<String, Integer>>> updates() {
        Map<String, Consumer<LarderCache<String, Integer>>> updates = new LinkedHashMap<>();
        updates.put("put", cache -> cache.put("k", 2));
        updates.put("put with options", cache -> cache.put("k", 2, PutOptions.NONE.validator("2")));
        updates.put("putAll", cache -> cache.putAll(Map.of("k", 2, "l", 3)));
        updates.put("getAndPut", cache -> cache.getAndPut("k", 2));
        updates.put("replace", cache -> cache.replace("k", 2));
        updates.put("replace value", cache -> cache.replace("k", 1, 2));
        updates.put("getAndReplace", cache -> cache.getAndReplace("k", 2));
        updates.put("invoke", cache -> cache.invoke("k", OwnLifetimesContract::setTwo));
        updates.put("invokeAll", cache -> cache.invokeAll(Set.of("k", "l"), OwnLifetimesContract::setTwo));
        updates.put("increment", cache -> cache.increment("k", 1));
        updates.put("refresh", cache -> cache.refresh("k"));
        updates.put("loadAll", cache -> {
            CompletionListenerFuture done = new CompletionListenerFuture();
            cache.loadAll(Set.of("k"), true, done);
            assertThat(done).succeedsWithin(Duration.ofSeconds(30));
        });
        updates.put("putIfAbsent", cache -> cache.putIfAbsent("k", 2));
        updates.put("get", cache -> cache.get("k"));
        return updates;
    }

    private static @Nullable Void setTwo(
            javax.cache.processor.MutableEntry<String, Integer> entry, Object... arguments) {
        entry.setValue(2);
        return null;
    }

    private LarderCache<String, Integer> cache(Factory<? extends ExpiryPolicy> policy) {
        return larder(configuration(policy));
    }

    private static LarderConfiguration<String, Integer> configuration(Factory<? extends ExpiryPolicy> policy) {
        LarderConfiguration<String, Integer> configuration =
                new LarderConfiguration<String, Integer>().setTypes(String.class, Integer.class);
        configuration.setExpiryPolicyFactory(policy);
        configuration.setCacheLoaderFactory(() -> new SuppliedLoader(() -> 2));
        return configuration;
    }

    private static void listen(LarderCache<String, Integer> cache) {
        CacheEntryUpdatedListener<String, Integer> deaf = events -> {};
        cache.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<>(() -> deaf, null, false, true));
    }

    private @Nullable Duration left(LarderCache<String, Integer> cache, String key) {
        Instant end = requireNonNull(cache.getStale(key)).expiresAt();
        return end == null ? null : Duration.between(Instant.ofEpochMilli(now()), end);
    }

    private long now() {
        return usesManagerClock() ? clock.millis() : System.currentTimeMillis();
    }

    private void assertHour(LarderCache<String, Integer> cache, String how) {
        assertThat(left(cache, "k")).as(how).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(61));
    }

    private Stream<DynamicTest> each(Factory<? extends ExpiryPolicy> policy, boolean listens) {
        return updates().entrySet().stream()
                .map(update -> DynamicTest.dynamicTest(update.getKey(), () -> {
                    LarderCache<String, Integer> cache = cache(policy);
                    if (listens) {
                        listen(cache);
                    }
                    cache.put("k", 1, HOUR);
                    update.getValue().accept(cache);
                    assertHour(cache, update.getKey());
                    update.getValue().accept(cache);
                    assertHour(cache, update.getKey() + " again");
                }));
    }

    @TestFactory
    Stream<DynamicTest> update_eternalPolicy_keepsTheHour() {
        return each(EternalExpiryPolicy.factoryOf(), false);
    }

    @TestFactory
    Stream<DynamicTest> update_eternalPolicyAndListener_keepsTheHour() {
        return each(EternalExpiryPolicy.factoryOf(), true);
    }

    @TestFactory
    Stream<DynamicTest> update_eternalByCreation_keepsTheHour() {
        return each(CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ETERNAL), false);
    }

    @TestFactory
    Stream<DynamicTest> update_dayFromCreation_keepsTheHour() {
        return each(CreatedExpiryPolicy.factoryOf(DAY), false);
    }

    @TestFactory
    Stream<DynamicTest> update_taggedCache_keepsTheHour() {
        return updates().entrySet().stream()
                .map(update -> DynamicTest.dynamicTest(update.getKey(), () -> {
                    LarderCache<String, Integer> cache = larder(
                            configuration(EternalExpiryPolicy.factoryOf()).setTagger((key, value) -> Set.of("all")));
                    cache.put("k", 1, HOUR);
                    update.getValue().accept(cache);
                    assertHour(cache, update.getKey());
                }));
    }

    @Test
    void update_policyGivesALifetime_takesTheHoursPlace() {
        for (Factory<ExpiryPolicy> policy :
                List.of(ModifiedExpiryPolicy.factoryOf(DAY), TouchedExpiryPolicy.factoryOf(DAY))) {
            LarderCache<String, Integer> cache = cache(policy);
            cache.put("k", 1, HOUR);
            cache.put("k", 2);
            assertThat(left(cache, "k")).isGreaterThan(Duration.ofHours(23));
        }
    }

    @Test
    void access_policyGivesALifetime_takesTheHoursPlace() {
        for (Factory<ExpiryPolicy> policy :
                List.of(AccessedExpiryPolicy.factoryOf(DAY), TouchedExpiryPolicy.factoryOf(DAY))) {
            LarderCache<String, Integer> cache = cache(policy);
            cache.put("k", 1, HOUR);
            assertThat(cache.get("k")).isEqualTo(1);
            assertThat(left(cache, "k")).isGreaterThan(Duration.ofHours(23));
        }
    }

    @Test
    void access_policySaysEternal_liftsTheHour() {
        LarderCache<String, Integer> cache = cache(AccessedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ETERNAL));
        cache.put("k", 1, HOUR);
        cache.put("l", 1);
        assertHour(cache, "put");
        assertThat(cache.get("k")).isEqualTo(1);
        assertThat(cache.get("l")).isEqualTo(1);
        assertThat(left(cache, "k")).isNull();
    }

    @Test
    void put_anotherLifetime_takesTheHoursPlace() {
        LarderCache<String, Integer> cache = cache(EternalExpiryPolicy.factoryOf());
        cache.put("k", 1, HOUR);
        cache.put("k", 2, PutOptions.NONE.lifetime(Duration.ofDays(1)));
        assertThat(left(cache, "k")).isGreaterThan(Duration.ofHours(23));
        cache.put("k", 3, HOUR);
        assertHour(cache, "put");
        cache.put("k", 4, PutOptions.NONE.lifetime(Duration.ofMillis(Long.MAX_VALUE)));
        assertThat(left(cache, "k")).isNull();
        cache.put("k", 5);
        assertThat(left(cache, "k")).isNull();
    }

    @Test
    void lifetimeFunction_nullForTheNewValue_keepsWhatTheOldValueGave() {
        LarderCache<String, Integer> cache = larder(configuration(EternalExpiryPolicy.factoryOf())
                .setLifetime((key, value) -> value == 1 ? Duration.ofHours(1) : null));
        cache.put("k", 1);
        cache.put("l", 2);
        cache.put("k", 2);
        assertHour(cache, "put");
        cache.putAll(Map.of("k", 3, "l", 3));
        assertHour(cache, "putAll");
        assertThat(left(cache, "l")).isNull();
        cache.putAll(Map.of("k", 3, "l", 1));
        assertThat(left(cache, "l")).isLessThan(Duration.ofMinutes(61));
    }

    @Test
    void put_overAnExpiredEntry_isEternal() {
        assumeTrue(usesManagerClock(), "the store has a clock of its own");
        LarderCache<String, Integer> cache = cache(EternalExpiryPolicy.factoryOf());
        cache.put("k", 1, HOUR);
        clock.passMinutes(120);
        cache.put("k", 2);
        assertThat(left(cache, "k")).isNull();
    }

    @Test
    void clear_thenOwnLifetimesAgain_areKept() {
        LarderCache<String, Integer> cache = cache(EternalExpiryPolicy.factoryOf());
        for (int i = 0; i < 3; i++) {
            cache.put("k", 1, HOUR);
            cache.put("k", 2);
            assertHour(cache, "round " + i);
            cache.clear();
        }
    }

    @Test
    void otherManager_thatHasHeardOfIt_keepsTheHour() {
        try (CacheManager second =
                openManager(new URLClassLoader(new URL[0], getClass().getClassLoader()))) {
            String name = newName();
            LarderCache<String, Integer> one = open(manager, name);
            LarderCache<String, Integer> other = open(second, name);
            one.put("probe", 1);
            assumeTrue(other.containsKey("probe"), "managers do not share what is stored");
            other.put("k", 0);
            for (int i = 0; i < 3; i++) {
                one.put("k", 1, HOUR);
                assertThat(other.get("k")).isEqualTo(1);
                other.put("k", 2);
                assertHour(one, "put, round " + i);
                other.putAll(Map.of("k", 3));
                assertHour(one, "putAll, round " + i);
                other.clear();
            }
        }
    }

    @Test
    void put_byAManagerThatHasJustStarted_keepsTheHour() {
        String name = newName();
        LarderCache<String, Integer> one = open(manager, name);
        one.put("probe", 1);
        one.put("k", 1, HOUR);
        try (CacheManager second =
                openManager(new URLClassLoader(new URL[0], getClass().getClassLoader()))) {
            LarderCache<String, Integer> other = open(second, name);
            other.put("k", 2);
            assumeTrue(other.containsKey("probe"), "managers do not share what is stored");
            assertHour(one, "the first put of another manager");
        }
    }

    @SuppressWarnings("unchecked")
    private static LarderCache<String, Integer> open(CacheManager manager, String name) {
        return manager.createCache(name, configuration(EternalExpiryPolicy.factoryOf()))
                .unwrap(LarderCache.class);
    }
}
