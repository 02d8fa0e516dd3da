package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.fault.FaultsContract;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisServer;
import java.util.List;
import java.util.Map;
import javax.cache.Cache;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Faults that only Redis has: data that outlives it, scripts that do not, owed writes. */
final class FaultsTest extends FaultsContract<RedisServer> {
    @Override
    protected RedisServer start(String... options) {
        return RedisServer.start(options);
    }

    @Override
    protected List<List<String>> evictingOptions() {
        return List.of(
                List.of("--maxmemory", "8mb", "--maxmemory-policy", "allkeys-lru"),
                List.of("--maxmemory", "8mb", "--maxmemory-policy", "allkeys-random"));
    }

    @Override
    protected List<String> refusingOptions() {
        return List.of("--maxmemory", "8mb");
    }

    @Override
    protected String refusalMessage() {
        return "maxmemory";
    }

    /** A server that only slept comes back with what it had, and that is older than what was dropped. */
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
    void scripts_flushed_areSentAgain() {
        Cache<String, String> cache = open();
        cache.put("a", "1");
        assertThat(cache.replace("a", "1", "2")).isTrue();
        try (Jedis own = server().connect()) {
            own.scriptFlush();
        }
        assertThat(cache.replace("a", "2", "3")).isTrue();
        assertThat(cache.get("a")).isEqualTo("3");
    }

    /** Started with its log of commands, it has what was acknowledged; with a snapshot, what it had then. */
    @Test
    void restart_withData_entriesAreThere() {
        Cache<String, String> cache = open("--appendonly", "yes", "--appendfsync", "always");
        cache.put("a", "1");
        cache.clear();
        cache.put("a", "2");
        server().kill();
        server().restart();
        Workload.untilWorks(() -> cache.put("b", "1"));
        assertThat(cache.get("a")).isEqualTo("2");
        cache.remove("a");
        server().kill();
        server().restart();
        Workload.untilWorks(() -> cache.put("b", "2"));
        assertThat(cache.containsKey("a")).isFalse();
    }
}
