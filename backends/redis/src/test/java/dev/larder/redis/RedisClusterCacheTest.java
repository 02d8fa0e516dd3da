package dev.larder.redis;

import dev.larder.contract.CacheContract;
import dev.larder.redis.server.SharedCluster;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of {@link RedisCacheTest} over a cluster: minutes more, so only where {@code larder.cluster=true} asks for it. */
@EnabledIfSystemProperty(named = "larder.cluster", matches = "true")
final class RedisClusterCacheTest extends CacheContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s";
    }
}
