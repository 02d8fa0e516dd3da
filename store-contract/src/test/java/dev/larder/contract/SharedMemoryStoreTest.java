package dev.larder.contract;

final class SharedMemoryStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "bytes:contract?versions=token";
    }
}
