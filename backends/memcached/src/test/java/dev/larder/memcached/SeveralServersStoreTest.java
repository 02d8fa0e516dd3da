package dev.larder.memcached;

import dev.larder.contract.StoreContract;
import dev.larder.memcached.server.SharedThreeServers;

final class SeveralServersStoreTest extends StoreContract {
    @Override
    protected String address() {
        return SharedThreeServers.get().address() + "?timeout=10s&weights=1,2,1";
    }
}
