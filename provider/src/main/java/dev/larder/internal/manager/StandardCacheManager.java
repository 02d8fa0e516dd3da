package dev.larder.internal.manager;

import static java.util.Objects.requireNonNull;

import dev.larder.LarderCacheManager;
import dev.larder.LarderConfiguration;
import dev.larder.internal.cache.StandardCache;
import java.net.URI;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.Configuration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The implementation of {@code CacheManager}. Holds no lock while code of the application or a store runs. */
final class StandardCacheManager implements LarderCacheManager {
    private static final Logger LOG = LoggerFactory.getLogger(StandardCacheManager.class);

    private final CachingProvider provider;
    private final ManagerId id;
    private final Properties properties;
    private final ManagerResources managerResources;
    private final ReferenceCount referenceCount;
    private final Consumer<StandardCacheManager> onClose;
    private final CacheFactory cacheFactory;
    private final CacheRegistry caches = new CacheRegistry();

    StandardCacheManager(
            CachingProvider provider,
            ManagerId id,
            Properties properties,
            ManagerResources managerResources,
            ReferenceCount referenceCount,
            Consumer<StandardCacheManager> onClose) {
        this.provider = provider;
        this.id = id;
        this.properties = properties;
        this.managerResources = managerResources;
        this.referenceCount = referenceCount;
        this.onClose = onClose;
        this.cacheFactory = new CacheFactory(this, managerResources);
    }

    /**
     * Creates the caches that the configuration file names.
     *
     * @throws CacheException if one cannot be created
     */
    void createDeclaredCaches() {
        for (String name : managerResources.templates().declared()) {
            try {
                createCache(name, new LarderConfiguration<>());
            } catch (IllegalArgumentException wrong) {
                throw new CacheException("cache manager '" + id + "': " + wrong.getMessage(), wrong);
            }
        }
    }

    /** Adds a holder of this manager; false if it is closed. */
    boolean addHolder() {
        return referenceCount.add();
    }

    @Override
    public CachingProvider getCachingProvider() {
        return provider;
    }

    @Override
    public URI getURI() {
        return id.uri();
    }

    @Override
    public ClassLoader getClassLoader() {
        return id.loader();
    }

    @Override
    public Properties getProperties() {
        return (Properties) properties.clone();
    }

    @Override
    public <K, V, C extends Configuration<K, V>> Cache<K, V> createCache(String cacheName, C configuration) {
        requireOpen();
        requireNonNull(cacheName, "the cache's name is null");
        requireNonNull(configuration, "the cache's configuration is null");
        CacheSlot cacheSlot = caches.reserve(cacheName);
        if (cacheSlot == null) {
            throw new CacheException("cache '" + cacheName + "' exists already; get it with getCache,"
                    + " or destroy it before you create it again");
        }
        return fill(cacheSlot, cacheName, configuration);
    }

    private <K, V> Cache<K, V> fill(CacheSlot cacheSlot, String name, Configuration<K, V> configuration) {
        StandardCache<K, V> cache;
        try {
            cache = cacheFactory.create(name, configuration, cacheSlot::release);
            OpenCache open = OpenCache.of(getURI(), cache);
            cacheSlot.fill(open);
            open.show();
        } catch (Exception | Error failure) {
            cacheSlot.release();
            throw failure;
        }
        if (isClosed()) {
            // Closed meanwhile: the closing thread may have come too early to see this cache.
            cache.close();
            throw closed();
        }
        return cache.interceptedCache();
    }

    @Override
    public <K, V> @Nullable Cache<K, V> getCache(String cacheName, Class<K> keyType, Class<V> valueType) {
        requireOpen();
        requireNonNull(cacheName, "the cache's name is null");
        requireNonNull(keyType, "the key type is null; use getCache(name) if types do not matter");
        requireNonNull(valueType, "the value type is null; use getCache(name) if types do not matter");
        Cache<K, V> cache = find(cacheName);
        if (cache != null) {
            CacheTypes.of(cache).requireSame(cacheName, new CacheTypes(keyType, valueType));
        }
        return cache;
    }

    @Override
    public <K, V> @Nullable Cache<K, V> getCache(String cacheName) {
        requireOpen();
        return find(requireNonNull(cacheName, "the cache's name is null"));
    }

    @SuppressWarnings("unchecked")
    private <K, V> @Nullable Cache<K, V> find(String name) {
        OpenCache found = caches.find(name);
        return found == null ? null : (Cache<K, V>) found.cache().interceptedCache();
    }

    @Override
    public Iterable<String> getCacheNames() {
        requireOpen();
        return caches.names();
    }

    @Override
    public void destroyCache(String cacheName) {
        requireOpen();
        OpenCache found = caches.find(requireNonNull(cacheName, "the cache's name is null"));
        if (found != null) {
            found.cache().destroy();
        }
    }

    @Override
    public void invalidateTags(Set<String> tags) {
        requireOpen();
        Set<String> tagSet = Set.copyOf(tags);
        if (tagSet.contains("")) {
            throw new IllegalArgumentException("a tag is empty; give it a character or more");
        }
        managerResources.tags().invalidate(tagSet);
    }

    @Override
    public void enableManagement(String cacheName, boolean enabled) {
        existing(cacheName).enableManagement(enabled);
    }

    @Override
    public void enableStatistics(String cacheName, boolean enabled) {
        existing(cacheName).enableStatistics(enabled);
    }

    private OpenCache existing(String name) {
        requireOpen();
        OpenCache found = caches.find(requireNonNull(name, "the cache's name is null"));
        if (found == null) {
            throw new IllegalStateException("cache '" + name + "' does not exist or is closed; create it first");
        }
        return found;
    }

    @Override
    public void close() {
        if (referenceCount.remove()) {
            releaseResources();
        }
    }

    /** Closes the manager for all its holders. */
    void closeForAll() {
        if (referenceCount.removeAll()) {
            releaseResources();
        }
    }

    private void releaseResources() {
        try {
            caches.all().forEach(StandardCacheManager::closeQuietly);
            managerResources.close();
        } finally {
            onClose.accept(this);
        }
    }

    private static void closeQuietly(OpenCache open) {
        try {
            open.cache().close();
        } catch (Exception failure) {
            LOG.warn("cache '{}' did not close cleanly", open.cache().getName(), failure);
        }
    }

    @Override
    public boolean isClosed() {
        return referenceCount.isClosed();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        T found = type.isInstance(this)
                ? type.cast(this)
                : managerResources.backend().unwrap(type);
        if (found == null) {
            throw new IllegalArgumentException("a cache manager over '" + managerResources.address() + "' is not a "
                    + type.getName() + " and does not wrap one");
        }
        return found;
    }

    private void requireOpen() {
        if (isClosed()) {
            throw closed();
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("the cache manager '" + id + "' is closed; get it from the provider again");
    }
}
