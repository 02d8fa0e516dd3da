package dev.larder.internal.cache;

import dev.larder.LarderCacheManager;
import dev.larder.LarderConfiguration;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Store;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a cache is built from.
 *
 * @param configuration the cache's own copy, which only the cache and its manager change
 * @param store this cache's store, closed with the cache
 * @param clock determines what has expired
 * @param executor for loads and asynchronous listeners; the cache does not close it
 * @param codecs how this manager encodes and copies objects
 * @param tags those of the manager's backend
 * @param vendorSettings the settings beyond JSR-107
 * @param onClose called once with the cache's name, when the cache has closed
 */
public record CacheContext<K, V>(
        LarderCacheManager manager,
        String name,
        LarderConfiguration<K, V> configuration,
        Store<?, ?> store,
        Clock clock,
        Executor executor,
        Codecs codecs,
        Tags tags,
        VendorSettings vendorSettings,
        Consumer<String> onClose) {

    /** Whether no operation waits for a database, a server, a loader or a writer. */
    boolean runsInCallingThread() {
        return store instanceof ObjectStore && !configuration.isReadThrough() && !configuration.isWriteThrough();
    }
}
