package dev.larder.internal.cache;

import dev.larder.LarderCacheManager;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Coding;
import dev.larder.spi.Clock;
import dev.larder.spi.Store;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.cache.configuration.MutableConfiguration;

/**
 * What a cache is made of.
 *
 * @param configuration the cache's own copy, which nobody changes but the cache and its manager
 * @param store this cache's store, closed with the cache
 * @param clock decides what has expired
 * @param executor for loads and asynchronous listeners; not the cache's to close
 * @param codecs how this manager turns objects into bytes and copies them
 * @param coding how this cache's values become bytes, where its store takes bytes
 * @param onClose told once, when the cache has closed
 */
public record CacheContext<K, V>(
        LarderCacheManager manager,
        String name,
        MutableConfiguration<K, V> configuration,
        Store<?, ?> store,
        Clock clock,
        Executor executor,
        Codecs codecs,
        Coding coding,
        Consumer<String> onClose) {}
