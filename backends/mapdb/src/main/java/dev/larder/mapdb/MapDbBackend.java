package dev.larder.mapdb;

import dev.larder.mapdb.setting.Bound;
import dev.larder.mapdb.setting.FileSettings;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A backend: one manager's use of a shared database. */
final class MapDbBackend implements Backend {
    private final SharedDatabase sharedDatabase;
    private final Clock clock;
    private final Settings ofAddress;
    private final AtomicBoolean closed = new AtomicBoolean();

    MapDbBackend(SharedDatabase sharedDatabase, BackendSetup setup) {
        this.sharedDatabase = sharedDatabase;
        this.clock = setup.clock();
        this.ofAddress = setup.address().settings();
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        FileSettings.NAMES.check(setup, ofAddress);
        Bound bound = Bound.of(setup.settings(), sharedDatabase.defaultMaxBytes());
        return new MapDbStore(
                sharedDatabase.openRegion(StoredTagStamps.cacheNameFor(setup.cache()), bound, clock), bound, clock);
    }

    @Override
    public Stamps stamps() {
        return sharedDatabase.stamps();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(sharedDatabase.db()) ? type.cast(sharedDatabase.db()) : null;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            SharedDatabases.release(sharedDatabase);
        }
    }
}
