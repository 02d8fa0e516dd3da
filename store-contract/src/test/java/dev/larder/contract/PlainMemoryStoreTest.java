package dev.larder.contract;

final class PlainMemoryStoreTest extends StoreContract {
    @Override
    protected String address() {
        return "plain+bytes:";
    }
}
