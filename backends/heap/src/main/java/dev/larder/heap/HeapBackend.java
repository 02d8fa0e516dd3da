package dev.larder.heap;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;

/** The backend of one manager on the heap. Its caches share only settings and a class loader. */
final class HeapBackend implements Backend {
    private final ClassLoader loader;

    HeapBackend(BackendSetup setup) {
        this.loader = setup.classLoader();
        HeapBound.of(setup.address().settings(), loader);
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        return HeapBound.of(setup.settings(), loader).newStore();
    }

    @Override
    public void close() {}
}
