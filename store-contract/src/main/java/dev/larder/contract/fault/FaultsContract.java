package dev.larder.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.StoreUnavailableException;
import dev.larder.contract.process.IncrementingJvm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a cache while a real server fails. The server is killed and paused, with and without load, is down from the
 * start, and runs out of memory. Each value names its key, so a value of another key is detected. A call without a
 * server takes no longer than its deadline.
 *
 * @param <S> the server
 */
@SuppressWarnings("NullAway.Init") // each test begins with open
public abstract class FaultsContract<S extends ServerProcess> {
    /** The deadline of all calls in these tests, without the wait for a connection. */
    protected static final Duration DEADLINE = Duration.ofMillis(1_000);

    private static final List<String> SETTINGS = List.of("timeout=1s", "breaker-pause=200ms");
    private static final int KEYS = 20_000;
    private static final int CHUNK = 500;

    private S server;
    private CacheManager manager;

    /**
     * Starts a server for one test. It keeps nothing when it is killed.
     *
     * @param options command-line options, one word each
     */
    protected abstract S start(String... options);

    /** The options of servers with about 8 MB that evict entries when it is full, one list for each way to do so. */
    protected abstract List<List<String>> evictingOptions();

    /** The options of a server with about 8 MB that refuses writes when it is full. */
    protected abstract List<String> refusingOptions();

    /** A part of the message with which such a server refuses a write. */
    protected abstract String refusalMessage();

    /** The server of this test. */
    protected final S server() {
        return server;
    }

    /** Opens a cache on a new server. */
    protected final Cache<String, String> open(String... options) {
        return open(start(options), "");
    }

    /**
     * Opens a cache on a server. Both are closed after the test.
     *
     * @param settings settings to append to the address, such as {@code &on-read-failure=throw}
     */
    protected final Cache<String, String> open(S at, String settings) {
        server = at;
        manager = IncrementingJvm.manager(at.address() + "?" + withDefaults(settings));
        return Workload.cache(manager, "faults");
    }

    private static String withDefaults(String settings) {
        return SETTINGS.stream()
                        .filter(each -> !settings.contains("&" + each.substring(0, each.indexOf('=') + 1)))
                        .collect(Collectors.joining("&"))
                + settings;
    }

    @AfterEach
    final void close() {
        manager.close();
        server.close();
    }

    @Test
    void start_serverDown_worksAndRecoversByItself() {
        S down = start();
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
    void readFailure_configuredToThrow_throws() {
        Cache<String, String> cache = open(start(), "&on-read-failure=throw");
        server.kill();
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(CacheException.class);
    }

    @Test
    void writeFailure_configuredToDrop_isSilent() {
        Cache<String, String> cache = open(start(), "&on-write-failure=drop");
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

    /** A server that was paused still has its entries, and they are older than the dropped writes. */
    @Test
    void writeFailure_dropped_olderValueIsNotSeenAgain() {
        Cache<String, String> cache = open(start(), "&on-write-failure=drop&breaker-failures=1");
        Cache<String, String> elsewhere =
                Workload.cache(IncrementingJvm.manager(server().address() + "?timeout=10s"), "faults");
        elsewhere.putAll(Map.of("put", "old", "removed", "old", "counted", "old", "other", "old"));
        assertThat(cache.get("put")).isEqualTo("old");
        server().pause();
        cache.put("put", "new");
        cache.getAndRemove("removed");
        cache.replace("counted", "new");
        cache.invoke("counted", (entry, arguments) -> {
            entry.setValue("new");
            return null;
        });
        server().resume();
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
        Cache<String, String> cache = open(start(), "&on-write-failure=drop&breaker-failures=1");
        cache.put("a", "1");
        server().pause();
        cache.clear();
        server().resume();
        Workload.await(() -> {
            cache.put("b", "1");
            return cache.containsKey("b");
        });
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void writeFailure_operationsWithAResult_throw() {
        Cache<String, String> cache = open(start(), "&breaker-failures=1&breaker-pause=1m");
        cache.put("a", "1");
        server.kill();
        assertThat(cache.get("a")).isNull();
        List<Runnable> operations = List.of(
                () -> cache.remove("a"),
                () -> cache.remove("a", "1"),
                () -> cache.replace("a", "2"),
                () -> cache.replace("a", "1", "2"),
                () -> cache.getAndRemove("a"),
                () -> cache.getAndReplace("a", "2"),
                () -> cache.putIfAbsent("a", "2"),
                () -> cache.removeAll(Set.of("a", "b")),
                () -> cache.invoke("a", (entry, arguments) -> {
                    entry.remove();
                    return null;
                }),
                () -> cache.invokeAll(Set.of("a", "b"), (entry, arguments) -> {
                    entry.remove();
                    return null;
                }));
        for (Runnable operation : operations) {
            assertThatThrownBy(operation::run)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("faults");
        }
    }

    @Test
    void restart_withoutData_isEmptyAndServes() {
        Cache<String, String> cache = open();
        cache.put("a", "1");
        server.kill();
        server.restart();
        Workload.untilWorks(() -> cache.put("b", "1"));
        assertThat(cache.containsKey("a")).isFalse();
        assertThat(cache.get("a")).isNull();
        assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("b");
        assertThat(cache.get("b")).isEqualTo("1");
    }

    @Test
    void connection_lostBetweenCalls_isReopenedUnnoticed() {
        Cache<String, String> cache = open(start(), "&on-read-failure=throw");
        cache.put("a", "1");
        server.kill();
        server.restart();
        assertThat(cache.get("a")).isNull();
        assertThat(cache.iterator().hasNext()).isFalse();
        cache.put("a", "2");
        assertThat(cache.get("a")).isEqualTo("2");
    }

    @Test
    void kill_underLoad_blocksNoThreadAndRecovers() {
        Cache<String, String> cache = open();
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
    void pause_underLoad_blocksNoThreadAndRecovers() {
        Cache<String, String> cache = open();
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
    void pause_operationOfTwoTrips_waitsOnce() {
        Cache<String, String> cache = open();
        cache.put("key", "1");
        server.pause();
        Duration blocked = timeOf(() -> assertThatThrownBy(() -> cache.invoke("key", (entry, arguments) -> {
                    entry.setValue(entry.getValue() + "+");
                    return null;
                }))
                .isInstanceOf(CacheException.class));
        assertThat(blocked)
                .isBetween(
                        DEADLINE.multipliedBy(9).dividedBy(10),
                        DEADLINE.multipliedBy(7).dividedBy(4));
    }

    @Test
    void breaker_serverPaused_letsCallsFailAtOnce() {
        Cache<String, String> cache = open(start(), "&breaker-failures=1&breaker-pause=1m");
        server.pause();
        assertThat(cache.get("a")).isNull();
        assertThat(timeOf(() -> IntStream.range(0, 100)
                        .forEach(i -> assertThat(cache.get("a")).isNull())))
                .isLessThan(DEADLINE);
    }

    @Test
    void close_serverPaused_takesNoLongerThanACall() {
        Cache<String, String> cache = open();
        cache.put("a", "1");
        server.pause();
        assertThat(timeOf(manager::close)).isLessThan(DEADLINE);
    }

    @Test
    void interrupted_before_worksAndStaysInterrupted() {
        Cache<String, String> cache = open();
        Thread.currentThread().interrupt();
        cache.put("a", "1");
        assertThat(cache.get("a")).isEqualTo("1");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void memory_fullWithoutEviction_refusesWritesAndStillReads() {
        Cache<String, String> cache = open(refusingOptions().toArray(String[]::new));
        cache.put("first", "1");
        Throwable full = catchThrowable(() -> {
            for (int i = 0; i < KEYS; i += CHUNK) {
                cache.putAll(values(i, i));
            }
        });
        assertThat(full).isInstanceOf(CacheException.class).hasMessageContaining(refusalMessage());
        assertThat(cache.get("first")).isEqualTo("1");
        assertThat(cache.remove("first")).isTrue();
    }

    @Test
    void memory_fullWithEviction_forgetsAndNeverLies() {
        for (List<String> options : evictingOptions()) {
            Cache<String, String> cache = open(options.toArray(String[]::new));
            for (int i = 0; i < KEYS * 3 / 2; i += CHUNK) {
                cache.removeAll(keys(i / 2 % KEYS));
                cache.putAll(values(i % KEYS, i));
            }
            assertThat(there(cache)).as("%s", options).isBetween(1, KEYS - CHUNK);
            cache.put("after", "1");
            assertThat(cache.get("after")).isEqualTo("1");
            close();
        }
    }

    /** Returns the number of present entries. Fails if one has a wrong value. */
    private static int there(Cache<String, String> cache) {
        int there = 0;
        for (int i = 0; i < KEYS; i += CHUNK) {
            Map<String, String> found = cache.getAll(keys(i));
            found.forEach((key, value) -> assertThat(Workload.isOf(key, value))
                    .as("%s=%s", key, value)
                    .isTrue());
            there += found.size();
        }
        return there;
    }

    private static Set<String> keys(int from) {
        return values(from, 0).keySet();
    }

    private static Map<String, String> values(int from, int number) {
        return IntStream.range(from, from + CHUNK)
                .mapToObj(i -> "k" + i)
                .collect(Collectors.toMap(key -> key, key -> Workload.valueOf(key, number) + "x".repeat(500)));
    }

    private static Duration timeOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
