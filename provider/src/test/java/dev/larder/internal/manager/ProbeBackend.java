package dev.larder.internal.manager;

import dev.larder.spi.Backend;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked for. */
final class ProbeBackend implements Backend {
    final Map<String, StoreSetup> setups = new ConcurrentHashMap<>();
    final Map<String, ProbeStore> stores = new ConcurrentHashMap<>();
    final Map<String, Settings> caches;
    volatile boolean closed;

    ProbeBackend(Map<String, Settings> caches) {
        this.caches = caches;
    }

    @Override
    public Store<?, ?> open(StoreSetup cache) {
        cache.settings().positive("max-entries", 1);
        if (cache.settings().text("no-store") != null) {
            throw new UncheckedFailure();
        }
        setups.put(cache.cache(), cache);
        ProbeStore store = new ProbeStore();
        stores.put(cache.cache(), store);
        return store;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : null;
    }

    @Override
    public void close() {
        closed = true;
    }

    static final class UncheckedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UncheckedFailure() {
            super("no store today");
        }
    }
}
