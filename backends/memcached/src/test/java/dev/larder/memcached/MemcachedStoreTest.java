package dev.larder.memcached;

import dev.larder.contract.StoreContract;
import dev.larder.memcached.server.SharedServer;

final class MemcachedStoreTest extends StoreContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
