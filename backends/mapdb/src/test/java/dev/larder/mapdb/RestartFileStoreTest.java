package dev.larder.mapdb;

import dev.larder.contract.StoreContract;

final class RestartFileStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "mapdb:target/files/contract-restart.db?durability=restart";
    }
}
