package dev.larder.internal.cache;

import dev.larder.internal.Closing;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/**
 * The objects that the user's factories made for one cache. They are closed with it.
 *
 * @param loader null if none is configured
 * @param writer null if none is configured
 */
record UserCallbacks<K, V>(
        ExpiryPolicy expiry,
        @Nullable CacheLoader<K, V> loader,
        @Nullable CacheWriter<? super K, ? super V> writer) {

    /** Calls the factories. If one throws, closes what the others made. */
    static <K, V> UserCallbacks<K, V> of(MutableConfiguration<K, V> configuration) {
        ExpiryPolicy expiry = configuration.getExpiryPolicyFactory().create();
        CacheLoader<K, V> loader = null;
        try {
            loader = create(configuration.getCacheLoaderFactory());
            return new UserCallbacks<>(expiry, loader, create(configuration.getCacheWriterFactory()));
        } catch (Exception | Error failure) {
            Closing.quietly(loader);
            Closing.quietly(expiry);
            throw failure;
        }
    }

    private static <T> @Nullable T create(@Nullable Factory<? extends T> factory) {
        return factory == null ? null : factory.create();
    }

    void close() {
        Closing.quietly(loader);
        Closing.quietly(writer);
        Closing.quietly(expiry);
    }
}
