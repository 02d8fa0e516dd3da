package dev.larder.internal.none;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Store;
import dev.larder.spi.StoreProvider;
import dev.larder.spi.StoreSetup;
import java.util.Set;

/**
 * Serves {@code none:}, which switches caching off by configuration. Every call is valid, loaders and writers run, and
 * nothing is kept. Settings are ignored, so that this address can replace another one temporarily.
 */
public final class NoneStoreProvider implements StoreProvider {
    private static final Backend NOWHERE = new Backend() {
        @Override
        public Store<?, ?> open(StoreSetup setup) {
            return new NoneStore();
        }

        @Override
        public void close() {}
    };

    @Override
    public Set<String> schemes() {
        return Set.of("none");
    }

    @Override
    public boolean keepsObjects() {
        return true;
    }

    @Override
    public Backend open(BackendSetup setup) {
        return NOWHERE;
    }
}
