package dev.larder.redis;

import dev.larder.contract.CacheContract;
import dev.larder.redis.server.SharedServer;

final class RedisCacheTest extends CacheContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
