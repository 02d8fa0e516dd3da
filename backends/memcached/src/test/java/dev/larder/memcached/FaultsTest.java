package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.Incrementer;
import dev.larder.contract.Workload;
import dev.larder.memcached.server.MemcachedServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to callers when a real server fails in real ways? */
final class FaultsTest {
    private static final Duration DEADLINE = Duration.ofMillis(1_000);
    private static final String SETTINGS = "?timeout=1s&breaker-pause=200ms";

    private MemcachedServer server;
    private CacheManager manager;

    private Cache<String, String> open(MemcachedServer at, String settings) {
        server = at;
        manager = Incrementer.manager(at.address() + SETTINGS + settings);
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
        MemcachedServer down = MemcachedServer.start();
        down.kill();
        Cache<String, String> cache = open(down, "");
        assertThat(cache.get("a")).isNull();
        assertThatThrownBy(() -> cache.put("a", "1"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("faults")
                .hasMessageContaining(down.host());
        down.restart();
        Workload.untilWorks(() -> cache.put("a", "1"));
        assertThat(cache.get("a")).isEqualTo("1");
    }

    @Test
    void readFailure_toldToThrow_throws() {
        Cache<String, String> cache = open(MemcachedServer.start(), "&on-read-failure=throw");
        server.kill();
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(CacheException.class);
    }

    @Test
    void writeFailure_toldToBeDropped_isSilent() {
        Cache<String, String> cache = open(MemcachedServer.start(), "&on-write-failure=drop");
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

    @Test
    void connection_lostBetweenCalls_isMadeAnewUnseen() {
        Cache<String, String> cache = open(MemcachedServer.start(), "&on-read-failure=throw");
        cache.put("a", "1");
        server.kill();
        server.restart();
        assertThat(cache.get("a")).isNull();
        cache.put("a", "2");
        assertThat(cache.get("a")).isEqualTo("2");
    }

    @Test
    void restart_entriesOfBefore_areGone() {
        Cache<String, String> cache = open(MemcachedServer.start(), "");
        cache.put("a", "1");
        server.kill();
        server.restart();
        assertThat(cache.containsKey("a")).isFalse();
        assertThat(cache.iterator().hasNext()).isFalse();
    }

    @Test
    void kill_underLoad_blocksNobodyAndRecovers() {
        Cache<String, String> cache = open(MemcachedServer.start(), "");
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

    @Test
    void pause_underLoad_blocksNobodyAndRecovers() {
        Cache<String, String> cache = open(MemcachedServer.start(), "");
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
    void memory_full_forgetsAndNeverLies() {
        Cache<String, String> cache = open(MemcachedServer.start("-m", "8"), "");
        for (int i = 0; i < 30_000; i += 500) {
            cache.removeAll(keys(i / 2 % 20_000, 100));
            cache.putAll(values(i % 20_000, 500, i));
        }
        assertThat(server.statistics().get("evictions")).isPositive();
        int there = 0;
        for (int i = 0; i < 20_000; i += 500) {
            Map<String, String> found = cache.getAll(keys(i, 500));
            found.forEach((key, value) -> assertThat(Workload.isOf(key, value))
                    .as("%s=%s", key, value)
                    .isTrue());
            there += found.size();
        }
        assertThat(there).isBetween(1_000, 19_999);
    }

    private static Set<String> keys(int from, int count) {
        return values(from, count, 0).keySet();
    }

    private static Map<String, String> values(int from, int count, int number) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "k" + i)
                .collect(Collectors.toMap(key -> key, key -> Workload.valueOf(key, number) + "x".repeat(500)));
    }

    @Test
    void memory_fullWithoutEviction_refusesWritesAndStillReads() {
        Cache<String, String> cache = open(MemcachedServer.start("-m", "8", "-M"), "");
        cache.put("first", "1");
        Throwable full = catchThrowable(() -> {
            for (int i = 0; i < 30_000; i += 100) {
                cache.putAll(values(i, 100, i));
            }
        });
        assertThat(full).isInstanceOf(CacheException.class).hasMessageContaining("out of memory");
        assertThat(cache.get("first")).isEqualTo("1");
        assertThat(cache.remove("first")).isTrue();
    }

    @Test
    void breaker_serverPaused_letsCallsFailAtOnce() {
        Cache<String, String> cache = open(MemcachedServer.start(), "&breaker-failures=1&breaker-pause=1m");
        server.pause();
        assertThat(cache.get("a")).isNull();
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(cache.get("a")).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
    }

    @Test
    void close_serverPaused_takesNoLongerThanACall() {
        Cache<String, String> cache = open(MemcachedServer.start(), "");
        cache.put("a", "1");
        server.pause();
        long begin = System.nanoTime();
        manager.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
    }

    @Test
    void interrupted_before_worksAndStaysInterrupted() {
        Cache<String, String> cache = open(MemcachedServer.start(), "");
        Thread.currentThread().interrupt();
        cache.put("a", "1");
        assertThat(cache.get("a")).isEqualTo("1");
        assertThat(Thread.interrupted()).isTrue();
    }
}
