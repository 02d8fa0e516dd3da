package dev.larder.mapdb;

import dev.larder.contract.CacheContract;

final class CrashCacheTest extends CacheContract {
    @Override
    protected String address() {
        return "mapdb:target/files/cache-crash.db?durability=crash";
    }
}
