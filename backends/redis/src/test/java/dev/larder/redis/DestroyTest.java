package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisCluster;
import dev.larder.redis.server.RedisServer;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A destroyed cache leaves nothing on the servers, neither entries nor stamps. */
final class DestroyTest {
    private static final int ENTRIES = 2_000;

    @Test
    void destroyCache_oneServer_leavesNothing() {
        try (RedisServer server = RedisServer.start();
                CacheManager manager = IncrementingJvm.manager(server.address())) {
            assertDestroyedLeavesNothing(manager, List.of(server));
        }
    }

    @Test
    void destroyCache_cluster_leavesNothing() {
        try (RedisCluster cluster = RedisCluster.start();
                CacheManager manager = IncrementingJvm.manager(cluster.address() + "?timeout=10s")) {
            assertDestroyedLeavesNothing(manager, cluster.nodes());
        }
    }

    private static void assertDestroyedLeavesNothing(CacheManager manager, List<RedisServer> servers) {
        Cache<String, String> doomed = filled(manager, "doomed");
        Cache<String, String> spared = filled(manager, "spared");
        long both = keys(servers);

        manager.destroyCache("doomed");

        Workload.await(() -> keys(servers) == both / 2);
        assertThat(doomed.isClosed()).isTrue();
        assertThat(spared).hasSize(ENTRIES);
        assertThat(filled(manager, "doomed")).hasSize(ENTRIES);
    }

    private static Cache<String, String> filled(CacheManager manager, String name) {
        Cache<String, String> cache = manager.createCache(name, new MutableConfiguration<>());
        for (int i = 0; i < ENTRIES; i++) {
            cache.put("key " + i, name);
        }
        return cache;
    }

    private static long keys(List<RedisServer> servers) {
        long keys = 0;
        for (RedisServer each : servers) {
            try (Jedis own = each.connect()) {
                keys += own.dbSize();
            }
        }
        return keys;
    }
}
