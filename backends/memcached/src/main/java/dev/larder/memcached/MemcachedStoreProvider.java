package dev.larder.memcached;

import dev.larder.memcached.connection.MemcachedAddress;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Opens {@code memcached://host:port,host:port}. Opening succeeds even if no server can be reached.
 *
 * <p>An application can pass its own {@code net.rubyeye.xmemcached.MemcachedClient} in the manager's property
 * {@value #CLIENT}. The address then names the servers that this client knows.
 */
public final class MemcachedStoreProvider implements StoreProvider {
    /** The manager's property for the application's own client. Larder never closes this client. */
    public static final String CLIENT = "larder.memcached.client";

    @Override
    public Set<String> schemes() {
        return Set.of(MemcachedAddress.SCHEME);
    }

    @Override
    public Backend open(BackendSetup setup) {
        return MemcachedBackend.open(setup);
    }
}
