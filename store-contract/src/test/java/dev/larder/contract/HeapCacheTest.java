package dev.larder.contract;

final class HeapCacheTest extends CacheContract {
    @Override
    protected String address() {
        return "heap:";
    }
}
