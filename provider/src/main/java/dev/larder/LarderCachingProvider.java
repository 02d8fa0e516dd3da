package dev.larder;

import dev.larder.internal.manager.DefaultClassLoader;
import dev.larder.internal.manager.Managers;
import java.net.URI;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * Larder's JCache provider, found by {@code Caching.getCachingProvider()}. Thread-safe.
 *
 * <p>The URI of a manager says where its caches are stored:
 *
 * <ul>
 *   <li>a store address, such as {@code heap:///}, {@code heap:?max-entries=10_000} or {@code redis://host:6379};
 *       {@code heap:} alone is no URI, and plain {@code heap} stands for it;
 *   <li>a configuration file: a URL, {@code classpath:larder.yaml} or a path that ends in {@code .yaml};
 *   <li>any plain name or {@code urn:}, {@link #getDefaultURI()} among them: the store named by the system property
 *       {@code larder.uri}, else by the environment variable {@code LARDER_URI}, else by {@code larder.yaml} on the
 *       class path, else the heap.
 * </ul>
 *
 * <p>Managers of the same URI in different class loaders are different managers. A manager keeps its class loader from
 * being collected until it is closed.
 *
 * <p>The property {@code larder.executor} of a manager, an {@link java.util.concurrent.Executor} object, replaces the
 * manager's own thread pool. The manager does not close it. The property {@code larder.clock}, a
 * {@link dev.larder.spi.Clock} object, replaces the wall clock that decides what has expired.
 */
public final class LarderCachingProvider implements CachingProvider {
    private static final URI DEFAULT_URI = URI.create(LarderCachingProvider.class.getName());

    private final Managers managers = new Managers(this);

    /**
     * Creates a provider. Called by {@link java.util.ServiceLoader}, and by applications that need a provider of their
     * own.
     */
    public LarderCachingProvider() {}

    /**
     * {@inheritDoc}
     *
     * @throws javax.cache.CacheException if the URI, or a property, variable or file that it leads to, is invalid; the
     *     message says what to add or correct
     */
    @Override
    public CacheManager getCacheManager(
            @Nullable URI uri, @Nullable ClassLoader classLoader, @Nullable Properties properties) {
        return managers.get(
                orDefault(uri), orDefault(classLoader), properties == null ? getDefaultProperties() : properties);
    }

    @Override
    public CacheManager getCacheManager(@Nullable URI uri, @Nullable ClassLoader classLoader) {
        return getCacheManager(uri, classLoader, null);
    }

    @Override
    public CacheManager getCacheManager() {
        return getCacheManager(null, null, null);
    }

    /**
     * The thread's context class loader, if it belongs to an application that sees this copy of the JSR-107 classes;
     * otherwise the loader of this class. A manager that an application creates in a server, or behind a reloading
     * class loader, can thus decode that application's classes.
     */
    @Override
    public ClassLoader getDefaultClassLoader() {
        return DefaultClassLoader.current();
    }

    /** {@code dev.larder.LarderCachingProvider}. */
    @Override
    public URI getDefaultURI() {
        return DEFAULT_URI;
    }

    /** None. */
    @Override
    public Properties getDefaultProperties() {
        return new Properties();
    }

    @Override
    public void close() {
        managers.closeAll();
    }

    @Override
    public void close(@Nullable ClassLoader classLoader) {
        managers.closeAll(orDefault(classLoader));
    }

    @Override
    public void close(@Nullable URI uri, @Nullable ClassLoader classLoader) {
        managers.close(orDefault(uri), orDefault(classLoader));
    }

    /**
     * {@inheritDoc}
     *
     * <p>JSR-107 asks the provider, but here the store decides whether it can keep values by reference. The answer is
     * that of the store behind {@link #getDefaultURI()} as of now. Managers of another URI may differ. On a store that
     * cannot, a cache that is configured by reference keeps copies.
     */
    @Override
    public boolean isSupported(OptionalFeature optionalFeature) {
        return optionalFeature == OptionalFeature.STORE_BY_REFERENCE
                && Managers.keepsObjects(DEFAULT_URI, getDefaultClassLoader());
    }

    private static URI orDefault(@Nullable URI uri) {
        return uri == null ? DEFAULT_URI : uri;
    }

    private ClassLoader orDefault(@Nullable ClassLoader classLoader) {
        return classLoader == null ? getDefaultClassLoader() : classLoader;
    }
}
