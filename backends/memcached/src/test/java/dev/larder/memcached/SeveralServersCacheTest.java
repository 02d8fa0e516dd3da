package dev.larder.memcached;

import dev.larder.contract.CacheContract;
import dev.larder.memcached.server.SharedThreeServers;

final class SeveralServersCacheTest extends CacheContract {
    @Override
    protected String address() {
        return SharedThreeServers.get().address() + "?timeout=10s&weights=1,2,1";
    }
}
