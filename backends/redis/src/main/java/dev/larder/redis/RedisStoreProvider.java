package dev.larder.redis;

import dev.larder.redis.connection.Topology;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Opens {@code redis://}, {@code rediss://} (TLS), {@code redis-sentinel://} and {@code redis-cluster://}.
 * Opening succeeds even if no server can be reached.
 */
public final class RedisStoreProvider implements StoreProvider {

    @Override
    public Set<String> schemes() {
        return Topology.schemes();
    }

    @Override
    public Backend open(BackendSetup setup) {
        return RedisBackend.open(setup);
    }
}
