package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.Incrementer;
import dev.larder.contract.Workload;
import dev.larder.redis.server.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** What happens to callers when a real server fails in real ways? */
final class FaultsTest {
    private static final Duration DEADLINE = Duration.ofMillis(1_000);
    private static final String SETTINGS = "?timeout=1s&breaker-pause=200ms";

    private RedisServer server;
    private CacheManager manager;

    private Cache<String, String> open(RedisServer at, String settings) {
        server = at;
        manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(
                        URI.create(at.address() + SETTINGS + settings),
                        getClass().getClassLoader());
        return cache(manager);
    }

    static Cache<String, String> cache(CacheManager manager) {
        return manager.createCache(
                "faults", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    @AfterEach
    void close() {
        manager.close();
        server.close();
    }

    @Test
    void start_serverDown_worksAndRecoversByItself() {
        RedisServer down = RedisServer.start();
        down.kill();
        Cache<String, String> cache = open(down, "");
        assertThat(cache.get("a")).isNull();
        assertThatThrownBy(() -> cache.put("a", "1"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("faults");
        down.restart();
        Workload.untilWorks(() -> cache.put("a", "1"));
        assertThat(cache.get("a")).isEqualTo("1");
    }

    @Test
    void readFailure_toldToThrow_throws() {
        Cache<String, String> cache = open(RedisServer.start(), "&on-read-failure=throw");
        server.kill();
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(CacheException.class);
    }

    @Test
    void writeFailure_toldToBeDropped_isSilent() {
        Cache<String, String> cache = open(RedisServer.start(), "&on-write-failure=drop");
        server.kill();
        cache.put("a", "1");
        cache.getAndPut("a", "1");
        cache.remove("a");
        cache.invoke("a", (entry, arguments) -> {
            entry.setValue("1");
            return null;
        });
        cache.clear();
        assertThat(cache.get("a")).isNull();
    }

    /** A server that only slept comes back with what it had, and that is older than what was dropped. */
    @Test
    void writeFailure_dropped_olderValueIsNotSeenAgain() {
        Cache<String, String> cache = open(RedisServer.start(), "&on-write-failure=drop&breaker-failures=1");
        Cache<String, String> elsewhere = FaultsTest.cache(Incrementer.manager(server.address() + "?timeout=10s"));
        elsewhere.putAll(Map.of("put", "old", "removed", "old", "counted", "old", "other", "old"));
        assertThat(cache.get("put")).isEqualTo("old");
        server.pause();
        cache.put("put", "new");
        cache.getAndRemove("removed");
        cache.replace("counted", "new");
        cache.invoke("counted", (entry, arguments) -> {
            entry.setValue("new");
            return null;
        });
        server.resume();
        Workload.untilWorks(() -> assertThat(elsewhere.get("other")).isEqualTo("old"));
        assertThat(cache.get("put")).isNull();
        assertThat(cache.get("counted")).isNull();
        Workload.await(() -> cache.get("other") != null);
        assertThat(cache.get("put")).isNull();
        assertThat(cache.get("removed")).isNull();
        Workload.await(() -> elsewhere.get("counted") == null);
        cache.put("put", "newer");
        assertThat(elsewhere.get("put")).isEqualTo("newer");
        elsewhere.getCacheManager().close();
    }

    @Test
    void clear_dropped_isMadeUpFor() {
        Cache<String, String> cache = open(RedisServer.start(), "&on-write-failure=drop&breaker-failures=1");
        cache.put("a", "1");
        server.pause();
        cache.clear();
        server.resume();
        Workload.await(() -> {
            cache.put("b", "1");
            return cache.containsKey("b");
        });
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void scripts_flushed_areSentAgain() {
        Cache<String, String> cache = open(RedisServer.start(), "");
        cache.put("a", "1");
        assertThat(cache.replace("a", "1", "2")).isTrue();
        try (Jedis own = server.connect()) {
            own.scriptFlush();
        }
        assertThat(cache.replace("a", "2", "3")).isTrue();
        assertThat(cache.get("a")).isEqualTo("3");
    }

    @Test
    void kill_underLoad_blocksNobodyAndRecovers() {
        Cache<String, String> cache = open(RedisServer.start(), "");
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(500));
            server.kill();
            load.run(Duration.ofMillis(1_000));
            server.restart();
            load.untilWorks();
            load.run(Duration.ofMillis(500));
            load.check(DEADLINE);
        }
    }

    /** Started with its log of commands, it has what was acknowledged; with a snapshot, what it had then. */
    @Test
    void restart_withData_entriesAreThere() {
        Cache<String, String> cache = open(RedisServer.start("--appendonly", "yes", "--appendfsync", "always"), "");
        cache.put("a", "1");
        cache.clear();
        cache.put("a", "2");
        server.kill();
        server.restart();
        Workload.untilWorks(() -> cache.put("b", "1"));
        assertThat(cache.get("a")).isEqualTo("2");
        cache.remove("a");
        server.kill();
        server.restart();
        Workload.untilWorks(() -> cache.put("b", "2"));
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void restart_withoutData_isEmptyAndServes() {
        Cache<String, String> cache = open(RedisServer.start(), "");
        cache.put("a", "1");
        server.kill();
        server.restart();
        Workload.untilWorks(() -> cache.put("b", "1"));
        assertThat(cache.get("a")).isNull();
        assertThat(cache.get("b")).isEqualTo("1");
    }

    @Test
    void pause_underLoad_blocksNobodyAndRecovers() {
        Cache<String, String> cache = open(RedisServer.start(), "");
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(500));
            server.pause();
            load.run(Duration.ofMillis(5_000));
            server.resume();
            load.untilWorks();
            load.run(Duration.ofMillis(500));
            load.check(DEADLINE);
        }
    }

    @Test
    void memory_fullWithoutEviction_refusesWritesAndStillReads() {
        Cache<String, String> cache = open(RedisServer.start("--maxmemory", "3mb"), "");
        cache.put("first", "1");
        Throwable full = catchThrowable(() -> fill(cache));
        assertThat(full).isInstanceOf(CacheException.class).hasMessageContaining("maxmemory");
        assertThat(cache.get("first")).isEqualTo("1");
        assertThat(cache.remove("first")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-random"})
    void memory_fullWithEviction_forgetsAndNeverLies(String policy) {
        Cache<String, String> cache = open(RedisServer.start("--maxmemory", "3mb", "--maxmemory-policy", policy), "");
        fill(cache);
        for (int i = 0; i < 6_000; i++) {
            String found = cache.get("k" + i);
            assertThat(found == null || Workload.isOf("k" + i, found))
                    .as("k%s", i)
                    .isTrue();
        }
        cache.put("after", "1");
        assertThat(cache.get("after")).isEqualTo("1");
    }

    @Test
    void breaker_serverPaused_letsCallsFailAtOnce() {
        Cache<String, String> cache = open(RedisServer.start(), "&breaker-failures=1&breaker-pause=1m");
        server.pause();
        assertThat(cache.get("a")).isNull();
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(cache.get("a")).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
    }

    @Test
    void password_wrong_isInNoMessage() {
        server = RedisServer.start("--requirepass", "right");
        String address = "redis://:hunter2@127.0.0.1:" + server.port() + SETTINGS;
        manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), getClass().getClassLoader());
        Cache<String, String> cache = manager.createCache("secret", new MutableConfiguration<>());
        Throwable refused = catchThrowable(() -> cache.put("a", "1"));
        assertThat(refused).isInstanceOf(CacheException.class);
        assertThat(refused).hasStackTraceContaining("127.0.0.1").satisfies(each -> assertThat(
                        org.assertj.core.util.Throwables.getStackTrace(each))
                .doesNotContain("hunter2"));
    }

    private static void fill(Cache<String, String> cache) {
        for (int i = 0; i < 6_000; i++) {
            cache.put("k" + i, Workload.valueOf("k" + i, i) + "x".repeat(500));
        }
    }
}
