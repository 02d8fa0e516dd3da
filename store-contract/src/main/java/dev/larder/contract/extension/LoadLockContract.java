package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import dev.larder.contract.process.CallingThread;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.cache.CacheManager;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that a manager does not load what another manager at the same address is loading. The two share nothing but the
 * store, as if they were two JVMs. Where the store is private to this JVM, the setting must have no effect.
 */
@Timeout(120)
@SuppressWarnings("NullAway")
public // loaders return null on purpose
abstract class LoadLockContract extends CacheCase {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1500);

    private CacheManager second;
    private boolean shared;
    private String name;

    @BeforeEach
    void openBoth() {
        Properties properties = new Properties();
        properties.put("larder.executor", (Executor) Runnable::run);
        second = openManager(new URLClassLoader(new URL[0], getClass().getClassLoader()), properties);
        shared = isShared();
        name = newName();
    }

    @AfterEach
    void closeSecond() {
        second.close();
    }

    private static LarderConfiguration<String, Integer> leasing(Duration deadline) {
        return new LarderConfiguration<>(configuration()).setLoadLease(deadline);
    }

    private LarderCache<String, Integer> first(LarderConfiguration<String, Integer> configuration) {
        return open(manager, configuration);
    }

    private LarderCache<String, Integer> second(LarderConfiguration<String, Integer> configuration) {
        return open(second, configuration);
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, Integer> open(CacheManager in, LarderConfiguration<String, Integer> configuration) {
        return in.createCache(name, configuration).unwrap(LarderCache.class);
    }

    /** Lets one call load while the other one waits, and returns both results. */
    private static List<@Nullable Integer> meeting(
            BlockingLoad load, Supplier<@Nullable Integer> one, Supplier<@Nullable Integer> other) {
        CallingThread loading = new CallingThread(one);
        load.awaitBegin();
        CallingThread waiting = new CallingThread(other);
        waiting.awaitPause();
        load.release();
        return Arrays.asList(loading.result(), waiting.result());
    }

    @Test
    void getOrLoad_anotherLoads_waitsAndReadsIt() {
        assumeTrue(shared);
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad load = new BlockingLoad(() -> 7);
        assertThat(meeting(load, () -> one.getOrLoad("k", key -> load.get()), () -> other.getOrLoad("k", key -> 8)))
                .containsExactly(7, 7);
    }

    @Test
    void get_anotherReadsThrough_waitsAndReadsIt() {
        assumeTrue(shared);
        BlockingLoad load = new BlockingLoad(() -> 7);
        LarderCache<String, Integer> one = first(reading(leasing(LONG), load));
        LarderCache<String, Integer> other = second(reading(leasing(LONG), new BlockingLoad(() -> 8).released()));
        assertThat(meeting(load, () -> one.get("k"), () -> other.get("k"))).containsExactly(7, 7);
    }

    @Test
    void getOrLoad_anotherFindsNothing_sharesThatAndKeepsNothing() {
        assumeTrue(shared);
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad load = new BlockingLoad(() -> null);
        assertThat(meeting(load, () -> one.getOrLoad("k", key -> load.get()), () -> other.getOrLoad("k", key -> 8)))
                .containsExactly(null, null);
        assertThat(one).isEmpty();
        assertThat(other.getOrLoad("k", key -> 9)).isEqualTo(9);
    }

    @Test
    void getOrLoad_anotherFails_loads() {
        assumeTrue(shared);
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad load = new BlockingLoad(BlockingLoad::fail);
        CallingThread loading = new CallingThread(() -> one.getOrLoad("k", key -> load.get()));
        load.awaitBegin();
        CallingThread waiting = new CallingThread(() -> other.getOrLoad("k", key -> 8));
        waiting.awaitPause();
        load.release();
        assertThatThrownBy(loading::result).isInstanceOf(CacheLoaderException.class);
        assertThat(waiting.result()).isEqualTo(8);
        assertThat(one.get("k")).isEqualTo(8);
    }

    /**
     * The first loader holds the load lock and does not finish in time. When it does finish, the lock belongs to
     * another loader.
     */
    @Test
    void getOrLoad_ownerDoesNotComeBack_isOvertakenAndLeavesTheNextOnesLease() {
        assumeTrue(shared);
        LarderCache<String, Integer> one = first(leasing(SHORT));
        LarderCache<String, Integer> other = second(leasing(SHORT));
        BlockingLoad slow = new BlockingLoad(BlockingLoad::fail);
        BlockingLoad next = new BlockingLoad(() -> 8);
        BlockingLoad unwanted = new BlockingLoad(() -> 9).released();
        CallingThread killed = new CallingThread(() -> one.getOrLoad("k", key -> slow.get()));
        slow.awaitBegin();
        CallingThread overtaking = new CallingThread(() -> other.getOrLoad("k", key -> next.get()));
        next.awaitBegin();
        slow.release();
        assertThatThrownBy(killed::result).isInstanceOf(CacheLoaderException.class);
        CallingThread third = new CallingThread(() -> one.getOrLoad("k", key -> unwanted.get()));
        third.awaitPause();
        next.release();
        assertThat(overtaking.result()).isEqualTo(8);
        assertThat(third.result()).isEqualTo(8);
        assertThat(unwanted.count()).isZero();
    }

    @Test
    void getOrLoad_leaseHasExpired_isTakenAtOnce() {
        assumeTrue(shared && usesManagerClock());
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad load = new BlockingLoad(() -> 7);
        CallingThread killed = new CallingThread(() -> one.getOrLoad("k", key -> load.get()));
        load.awaitBegin();
        clock.passMinutes(61);
        assertThat(other.getOrLoad("k", key -> 8)).isEqualTo(8);
        load.release();
        assertThat(killed.result()).isEqualTo(8);
    }

    @Test
    void lease_isNoEntry_andGoesWithClear() {
        assumeTrue(shared);
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad load = new BlockingLoad(() -> 7);
        CallingThread loading = new CallingThread(() -> one.getOrLoad("k", key -> load.get()));
        load.awaitBegin();
        assertThat(other).isEmpty();
        assertThat(other.containsKey("k")).isFalse();
        other.removeAll();
        other.clear();
        assertThat(other.getOrLoad("k", key -> 8)).isEqualTo(8);
        load.release();
        assertThat(loading.result()).isEqualTo(8);
        assertThat(other).hasSize(1);
    }

    @Test
    void getOrLoad_loadersThatLoadEachOthersKeys_doNotWait() {
        LarderCache<String, Integer> one = first(leasing(LONG));
        LarderCache<String, Integer> other = second(leasing(LONG));
        BlockingLoad here = new BlockingLoad(() -> one.getOrLoad("b", key -> 1));
        BlockingLoad there = new BlockingLoad(() -> other.getOrLoad("a", key -> 2));
        CallingThread a = new CallingThread(() -> one.getOrLoad("a", key -> here.get()));
        CallingThread b = new CallingThread(() -> other.getOrLoad("b", key -> there.get()));
        here.awaitBegin();
        there.awaitBegin();
        here.release();
        there.release();
        assertThat(a.result()).isPositive();
        assertThat(b.result()).isPositive();
    }

    @Test
    void get_anotherRefreshesAhead_leavesItAtThat() {
        assumeTrue(shared);
        BlockingLoad load = new BlockingLoad(() -> 7);
        BlockingLoad unwanted = new BlockingLoad(() -> 8).released();
        LarderCache<String, Integer> one = first(expiring(reading(leasing(LONG), load)));
        LarderCache<String, Integer> other = second(expiring(reading(leasing(LONG), unwanted)));
        one.put("k", 1);
        assertThat(one.get("k")).isEqualTo(1);
        load.awaitBegin();
        assertThat(other.get("k")).isEqualTo(1);
        assertThat(unwanted.count()).isZero();
        load.release();
        assertThat(Eventually.is(
                        Duration.ofSeconds(30),
                        () -> one.containsKey("k") && other.entry("k").getValue() == 7))
                .isTrue();
    }

    @Test
    void getOrLoad_withoutTheSetting_doesNotWait() {
        LarderCache<String, Integer> one = first(leasing(Duration.ZERO));
        LarderCache<String, Integer> other = second(leasing(Duration.ZERO));
        BlockingLoad load = new BlockingLoad(() -> 7);
        CallingThread loading = new CallingThread(() -> one.getOrLoad("k", key -> load.get()));
        load.awaitBegin();
        assertThat(other.getOrLoad("k", key -> 8)).isEqualTo(8);
        load.release();
        assertThat(loading.result()).isEqualTo(shared ? 8 : one.get("k"));
    }

    @Test
    void getOrLoad_alone_isAsWithoutTheSetting() {
        LarderCache<String, Integer> cache = first(leasing(LONG));
        assertThat(cache.getOrLoad("k", key -> null)).isNull();
        assertThat(cache.getOrLoad("k", key -> 7)).isEqualTo(7);
        assertThat(cache.getOrLoad("k", key -> 8)).isEqualTo(7);
        assertThat(cache).hasSize(1);
    }

    private static LarderConfiguration<String, Integer> reading(
            LarderConfiguration<String, Integer> configuration, BlockingLoad load) {
        return configuration.setReadThrough(true).setCacheLoaderFactory(() -> new Loader(load));
    }

    private static LarderConfiguration<String, Integer> expiring(LarderConfiguration<String, Integer> configuration) {
        return configuration
                .setSetting("refresh-ahead", "2h")
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR));
    }

    /** A loader of one value. */
    private record Loader(BlockingLoad load) implements CacheLoader<String, Integer> {
        @Override
        public @Nullable Integer load(String key) {
            return load.get();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }
}
