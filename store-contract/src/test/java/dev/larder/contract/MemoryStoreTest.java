package dev.larder.contract;

final class MemoryStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "bytes:";
    }
}
