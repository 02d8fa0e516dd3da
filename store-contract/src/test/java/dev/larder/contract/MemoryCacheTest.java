package dev.larder.contract;

final class MemoryCacheTest extends CacheContract {
    @Override
    protected String address() {
        return "bytes:";
    }
}
