package dev.larder.memcached;

import dev.larder.contract.CacheContract;
import dev.larder.memcached.server.SharedServer;

final class MemcachedCacheTest extends CacheContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
