package dev.larder.mapdb;

import dev.larder.contract.StoreContract;

final class MemoryStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "mapdb:memory";
    }
}
