package dev.larder.internal.engine.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;

/** The user's loader. What it throws becomes a {@link CacheLoaderException}. */
public final class ReadThrough<K, V> {
    private final CacheLoader<K, V> loader;
    private final String cache;

    public ReadThrough(CacheLoader<K, V> loader, String cache) {
        this.loader = loader;
        this.cache = cache;
    }

    /** The loader's value, null if it has none. */
    public @Nullable V load(K key) {
        return calling("load key '" + key + "'", () -> loader.load(key));
    }

    /** The loader's values, without keys for which it has none. */
    public Map<K, V> loadAll(Set<K> keys) {
        Map<K, @Nullable V> loaded = calling("load " + keys.size() + " keys", () -> loader.loadAll(keys));
        Map<K, V> present = new HashMap<>();
        if (loaded != null) {
            loaded.forEach((key, value) -> {
                if (key != null && value != null) {
                    present.put(key, value);
                }
            });
        }
        return present;
    }

    /** The value of a function that acts as the loader of one call, null if it has none. */
    public static <K, V> @Nullable V load(String cache, K key, Function<? super K, ? extends @Nullable V> function) {
        return calling(cache, "load key '" + key + "'", () -> function.apply(key));
    }

    private <T> @Nullable T calling(String what, Supplier<@Nullable T> call) {
        return calling(cache, what, call);
    }

    private static <T> @Nullable T calling(String cache, String what, Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (CacheLoaderException alreadyWrapped) {
            throw alreadyWrapped;
        } catch (Exception failure) {
            throw new CacheLoaderException(
                    "cache '" + cache + "': the loader failed to " + what + ": " + failure, failure);
        }
    }
}
