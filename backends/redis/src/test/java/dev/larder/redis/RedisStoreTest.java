package dev.larder.redis;

import dev.larder.contract.StoreContract;
import dev.larder.redis.server.SharedServer;

final class RedisStoreTest extends StoreContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
