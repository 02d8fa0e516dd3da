package dev.larder.mapdb;

import dev.larder.contract.CacheContract;

final class MemoryCacheTest extends CacheContract {
    @Override
    protected String address() {
        return "mapdb:memory";
    }
}
