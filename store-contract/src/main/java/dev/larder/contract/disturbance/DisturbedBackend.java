package dev.larder.contract.disturbance;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import org.jspecify.annotations.Nullable;

/** A backend whose stores are disturbed. */
final class DisturbedBackend implements Backend {
    private final Backend backend;
    private final Disturbance disturbance;

    DisturbedBackend(Backend backend, Disturbance disturbance) {
        this.backend = backend;
        this.disturbance = disturbance;
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        Store<?, ?> store = backend.open(setup);
        return store instanceof ByteStore bytes
                ? new DisturbedByteStore(bytes, disturbance)
                : new DisturbedObjectStore((ObjectStore) store, disturbance);
    }

    @Override
    public @Nullable Stamps stamps() {
        return backend.stamps();
    }

    @Override
    public Clock clock(Clock manager) {
        return backend.clock(manager);
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return backend.unwrap(type);
    }

    @Override
    public void close() {
        backend.close();
    }
}
