package dev.larder.contract;

final class HeapStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "heap:";
    }
}
