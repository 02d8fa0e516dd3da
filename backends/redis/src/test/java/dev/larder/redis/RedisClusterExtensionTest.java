package dev.larder.redis;

import dev.larder.contract.ExtensionContract;
import dev.larder.redis.server.SharedCluster;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of {@link RedisExtensionTest} over a cluster, as {@link RedisClusterCacheTest} only where {@code larder.cluster=true} asks for it. */
@EnabledIfSystemProperty(named = "larder.cluster", matches = "true")
final class RedisClusterExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s";
    }
}
