package dev.larder.mapdb;

import dev.larder.contract.StoreContract;

final class CrashFileStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "mapdb:target/files/contract-crash.db?durability=crash";
    }
}
