package dev.larder.contract;

final class MemoryExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return "bytes:";
    }
}
