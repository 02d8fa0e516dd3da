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
 * Larder's entry point to the standard, found by {@code Caching.getCachingProvider()}. Thread-safe.
 *
 * <p>A manager's URI says where its caches live:
 *
 * <ul>
 *   <li>a store address, such as {@code heap}, {@code heap:?max-entries=10_000} or {@code redis://host:6379};
 *   <li>a configuration file: a URL, {@code classpath:larder.yaml} or a path that ends in {@code .yaml};
 *   <li>any plain name or {@code urn:}, {@link #getDefaultURI()} among them: the store of the system property
 *       {@code larder.uri}, else of the environment variable {@code LARDER_URI}, else of {@code larder.yaml} on the
 *       class path, else the heap.
 * </ul>
 *
 * <p>Managers of the same URI in different class loaders are different managers. A manager keeps its
 * class loader from being collected until it is closed.
 *
 * <p>The property {@code larder.executor}, given with a manager's properties as an {@link
 * java.util.concurrent.Executor} object, replaces the manager's own pool of threads and is left alone
 * when the manager closes. The property {@code larder.clock}, a {@link dev.larder.spi.Clock} object,
 * replaces the wall clock that decides what has expired.
 */
public final class LarderCachingProvider implements CachingProvider {
    private static final URI DEFAULT_URI = URI.create(LarderCachingProvider.class.getName());

    private final Managers managers = new Managers(this);

    /** For {@link java.util.ServiceLoader}, and for those who need a provider of their own. */
    public LarderCachingProvider() {}

    /**
     * {@inheritDoc}
     *
     * @throws javax.cache.CacheException if the URI, or a property, variable or file that it leads to,
     *     makes no sense; the message says what to add or mend
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
     * The thread's context class loader, as long as it belongs to an application that sees this very
     * copy of the standard's classes; else the loader of this class. So a manager made by an application
     * in a server, or behind a reloading class loader, decodes that application's classes.
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
     * <p>The standard asks the provider, but it is the store that can keep values by reference or not.
     * The answer is that of the store behind {@link #getDefaultURI()} as of now; managers of another URI
     * may differ. On a store that cannot, a cache configured by reference keeps copies.
     */
    @Override
    public boolean isSupported(OptionalFeature optionalFeature) {
        return optionalFeature == OptionalFeature.STORE_BY_REFERENCE
                && Managers.keepObjects(DEFAULT_URI, getDefaultClassLoader());
    }

    private static URI orDefault(@Nullable URI uri) {
        return uri == null ? DEFAULT_URI : uri;
    }

    private ClassLoader orDefault(@Nullable ClassLoader classLoader) {
        return classLoader == null ? getDefaultClassLoader() : classLoader;
    }
}
