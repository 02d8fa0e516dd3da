package dev.larder.redis.server;

/** One cluster for all tests that leave it as they found it. */
public final class SharedCluster {
    private static final RedisCluster CLUSTER = RedisCluster.start();

    private SharedCluster() {}

    public static RedisCluster get() {
        return CLUSTER;
    }
}
