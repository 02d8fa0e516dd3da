package dev.larder.internal.manager;

import dev.larder.LarderCacheManager;
import dev.larder.LarderConfiguration;
import dev.larder.internal.cache.CacheContext;
import dev.larder.internal.cache.StandardCache;
import dev.larder.internal.cache.VendorSettings;
import dev.larder.internal.config.CacheSettings;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import javax.cache.CacheException;
import javax.cache.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates caches, completely or not at all. */
final class CacheFactory {
    private static final Logger LOG = LoggerFactory.getLogger(CacheFactory.class);

    private final LarderCacheManager manager;
    private final ManagerResources managerResources;

    CacheFactory(LarderCacheManager manager, ManagerResources managerResources) {
        this.manager = manager;
        this.managerResources = managerResources;
    }

    /**
     * Creates an open cache.
     *
     * @param onClose called when the cache has closed
     * @throws IllegalArgumentException if configuration or settings are invalid
     * @throws CacheException if the cache cannot be created for any other reason
     */
    <K, V> StandardCache<K, V> create(String name, Configuration<K, V> requested, Runnable onClose) {
        LarderConfiguration<K, V> configuration;
        Settings settings;
        VendorSettings vendorSettings;
        Store<?, ?> store;
        try {
            configuration = complete(name, requested);
            settings = managerResources
                    .settings()
                    .overlaidBy(managerResources.templates().settings(name))
                    .overlaidBy(Settings.of(configuration.getSettings()));
            vendorSettings = VendorSettings.of(configuration, settings, managerResources.codecs());
            store = open(name, configuration, CacheSettings.ofStore(settings));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("cache '" + name + "': " + wrong.getMessage(), wrong);
        } catch (Exception failure) {
            throw failure(name, failure);
        }
        return createCache(name, configuration, store, vendorSettings, onClose);
    }

    private <K, V> LarderConfiguration<K, V> complete(String name, Configuration<K, V> requested) {
        LarderConfiguration<K, V> configuration = ConfigurationCopies.copyOf(requested);
        managerResources.templates().overlay(name, configuration);
        ConfigurationCopies.check(configuration);
        return configuration;
    }

    private Store<?, ?> open(String name, LarderConfiguration<?, ?> configuration, Settings settings) {
        boolean byReference = !configuration.isStoreByValue();
        Store<?, ?> store = managerResources.backend().open(new StoreSetup(name, byReference, settings));
        if (byReference && store instanceof ByteStore) {
            LOG.info(
                    "cache '{}' is configured as store-by-reference, but its store holds bytes, so reads return copies",
                    name);
        }
        return store;
    }

    // Calls the application's factories.
    private <K, V> StandardCache<K, V> createCache(
            String name,
            LarderConfiguration<K, V> configuration,
            Store<?, ?> store,
            VendorSettings vendorSettings,
            Runnable onClose) {
        try {
            return new StandardCache<>(new CacheContext<>(
                    manager,
                    name,
                    configuration,
                    store,
                    managerResources.backend().clock(managerResources.clock()),
                    managerResources.backgroundExecutor().executor(),
                    managerResources.codecs(),
                    managerResources.tags(),
                    vendorSettings,
                    closed -> onClose.run()));
        } catch (Exception failure) {
            closeAfter(failure, store);
            throw failure(name, failure);
        } catch (Error failure) {
            closeAfter(failure, store);
            throw failure;
        }
    }

    private static RuntimeException failure(String cache, Exception failure) {
        return failure instanceof RuntimeException known
                        && (known instanceof CacheException || known instanceof UnsupportedOperationException)
                ? known
                : new CacheException("cache '" + cache + "' could not be created: " + failure, failure);
    }

    private static void closeAfter(Throwable failure, Store<?, ?> store) {
        try {
            store.close();
        } catch (RuntimeException further) {
            failure.addSuppressed(further);
        }
    }
}
