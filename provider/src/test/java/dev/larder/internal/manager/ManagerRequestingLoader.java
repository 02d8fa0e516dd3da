package dev.larder.internal.manager;

import dev.larder.LarderCachingProvider;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.cache.CacheManager;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/** A loader that asks for its own manager while that is being made. */
public final class ManagerRequestingLoader implements CacheLoader<Object, Object> {
    static final AtomicReference<@Nullable LarderCachingProvider> PROVIDER = new AtomicReference<>();
    static final AtomicReference<@Nullable URI> URI = new AtomicReference<>();
    static final AtomicReference<@Nullable CacheManager> FOUND = new AtomicReference<>();

    public ManagerRequestingLoader() {
        LarderCachingProvider provider = PROVIDER.get();
        if (provider != null) {
            FOUND.set(provider.getCacheManager(URI.get(), null));
        }
    }

    @Override
    public Object load(Object key) {
        return key;
    }

    @Override
    public Map<Object, Object> loadAll(Iterable<?> keys) {
        return Map.of();
    }
}
