package dev.larder.redis;

import dev.larder.contract.ExtensionContract;
import dev.larder.redis.server.SharedCluster;

final class RedisClusterExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s";
    }
}
