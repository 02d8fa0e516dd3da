package dev.larder.memcached;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Opens {@code memcached://host:port,host:port}. A server that is down is no reason to fail.
 *
 * <p>An application that has a {@code net.rubyeye.xmemcached.MemcachedClient} already hands it over in the
 * manager's properties, under {@value #CLIENT}; the address then names the servers that this client knows.
 */
public final class MemcachedStoreProvider implements StoreProvider {
    /** The manager's property that holds the application's own client, which is never closed here. */
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
