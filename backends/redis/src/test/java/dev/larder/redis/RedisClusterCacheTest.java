package dev.larder.redis;

import dev.larder.contract.CacheContract;
import dev.larder.redis.server.SharedCluster;

final class RedisClusterCacheTest extends CacheContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s";
    }
}
