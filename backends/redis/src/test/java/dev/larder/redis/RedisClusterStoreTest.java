package dev.larder.redis;

import dev.larder.contract.StoreContract;
import dev.larder.redis.server.SharedCluster;

final class RedisClusterStoreTest extends StoreContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s&events=cluster";
    }
}
