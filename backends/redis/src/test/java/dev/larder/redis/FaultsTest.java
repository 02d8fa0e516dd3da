package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.fault.FaultsContract;
import dev.larder.contract.fault.Workload;
import dev.larder.redis.server.RedisServer;
import java.util.List;
import javax.cache.Cache;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Tests what Redis alone has: data that outlives the server, and scripts that do not. */
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
