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
 * What a cache is made of.
 *
 * @param configuration the cache's own copy, which nobody changes but the cache and its manager
 * @param store this cache's store, closed with the cache
 * @param clock decides what has expired
 * @param executor for loads and asynchronous listeners; not the cache's to close
 * @param codecs how this manager turns objects into bytes and copies them
 * @param tags those of the manager's store
 * @param vendorSettings what it is configured with beyond the standard
 * @param onClose told once, when the cache has closed
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

    /** Whether no operation waits for a medium or for a loader or writer. */
    boolean isAtHand() {
        return store instanceof ObjectStore && !configuration.isReadThrough() && !configuration.isWriteThrough();
    }
}
