package dev.larder.contract.twist;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import org.jspecify.annotations.Nullable;

/** A backend whose stores stand behind a twist. */
final class TwistedBackend implements Backend {
    private final Backend backend;
    private final Twist twist;

    TwistedBackend(Backend backend, Twist twist) {
        this.backend = backend;
        this.twist = twist;
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        Store<?, ?> store = backend.open(setup);
        return store instanceof ByteStore bytes
                ? new TwistedByteStore(bytes, twist)
                : new TwistedObjectStore((ObjectStore) store, twist);
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
