package dev.larder.contract;

final class HeapExtensionTest extends ExtensionContract {
    @Override
    protected String address() {
        return "heap:";
    }
}
