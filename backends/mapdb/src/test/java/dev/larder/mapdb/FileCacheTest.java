package dev.larder.mapdb;

import dev.larder.contract.CacheContract;

final class FileCacheTest extends CacheContract {
    @Override
    protected String address() {
        return "mapdb:target/files/cache.db?durability=crash";
    }
}
