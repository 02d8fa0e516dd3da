package dev.larder.memcached;

import dev.larder.contract.ExtensionContract;
import dev.larder.memcached.server.SharedServer;

final class MemcachedExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
