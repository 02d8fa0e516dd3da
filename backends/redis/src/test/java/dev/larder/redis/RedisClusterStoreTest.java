package dev.larder.redis;

import dev.larder.contract.StoreContract;
import dev.larder.redis.server.RedisCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisClusterStoreTest extends StoreContract {
    private static RedisCluster cluster;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    protected String address() {
        return cluster.address() + "?timeout=10s";
    }
}
