package dev.larder.mapdb;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One manager's hold on a medium. */
final class MapDbBackend implements Backend {
    private final Medium medium;
    private final Clock clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    MapDbBackend(Medium medium, BackendSetup setup) {
        this.medium = medium;
        this.clock = setup.clock();
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        FileSettings.refuseUnknown(setup.settings());
        Bound bound = Bound.of(setup.settings(), medium.presetBytes());
        return new MapDbStore(medium.join(FileStamps.apart(setup.cache()), bound, clock), bound, clock);
    }

    @Override
    public Stamps stamps() {
        return medium.stamps();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(medium.db()) ? type.cast(medium.db()) : null;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Media.release(medium);
        }
    }
}
