package dev.larder.redis;

import dev.larder.contract.ExtensionContract;
import dev.larder.redis.server.SharedServer;

final class RedisExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
