package dev.larder.memcached;

import dev.larder.contract.ExtensionContract;
import dev.larder.memcached.server.SharedThreeServers;

final class SeveralServersExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return SharedThreeServers.get().address() + "?timeout=10s&weights=1,2,1";
    }
}
