package dev.larder.internal.manager;

import dev.larder.LarderCacheManager;
import dev.larder.LarderConfiguration;
import dev.larder.internal.cache.CacheContext;
import dev.larder.internal.cache.StandardCache;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import javax.cache.CacheException;
import javax.cache.configuration.Configuration;

/** Makes caches, whole or not at all. */
final class CacheMaker {
    private final LarderCacheManager manager;
    private final Parts parts;

    CacheMaker(LarderCacheManager manager, Parts parts) {
        this.manager = manager;
        this.parts = parts;
    }

    /**
     * An open cache.
     *
     * @param onClose told when the cache has closed
     * @throws IllegalArgumentException if configuration or settings make no sense
     * @throws CacheException if it cannot be made for any other reason
     */
    <K, V> StandardCache<K, V> make(String name, Configuration<K, V> requested, Runnable onClose) {
        try {
            LarderConfiguration<K, V> configuration = Configurations.copyOf(requested);
            parts.templates().overlay(name, configuration);
            Configurations.check(configuration);
            return open(name, configuration, onClose);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("cache '" + name + "': " + wrong.getMessage(), wrong);
        } catch (CacheException | UnsupportedOperationException | IllegalStateException clear) {
            throw clear;
        } catch (RuntimeException failure) {
            throw new CacheException("cache '" + name + "' could not be made: " + failure, failure);
        }
    }

    private <K, V> StandardCache<K, V> open(String name, LarderConfiguration<K, V> configuration, Runnable onClose) {
        Settings settings = parts.settings().overlaidBy(Settings.of(configuration.getSettings()));
        Store<?, ?> store = parts.backend().open(new StoreSetup(name, !configuration.isStoreByValue(), settings));
        try {
            return new StandardCache<>(new CacheContext<>(
                    manager,
                    name,
                    configuration,
                    store,
                    parts.backend().clock(parts.clock()),
                    parts.workers().executor(),
                    parts.codecs(),
                    closed -> onClose.run()));
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, store);
            throw failure;
        }
    }

    private static void closeAfter(Throwable failure, Store<?, ?> store) {
        try {
            store.close();
        } catch (RuntimeException further) {
            failure.addSuppressed(further);
        }
    }
}
