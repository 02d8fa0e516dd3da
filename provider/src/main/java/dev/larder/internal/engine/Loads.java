package dev.larder.internal.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Loading at the application's word: what is missing, or anew. In queues and flights as reading through is. */
public final class Loads<K, V> {
    private final Engine<K, V> engine;
    private final Lookups<K, V> lookups;
    private final @Nullable ReadThrough<K, V> loader;

    /**
     * @param loader the cache's, whether or not it reads through; null if it has none
     */
    Loads(Engine<K, V> engine, Lookups<K, V> lookups, @Nullable ReadThrough<K, V> loader) {
        this.engine = engine;
        this.lookups = lookups;
        this.loader = loader;
    }

    /**
     * {@code LarderCache.getOrLoad}.
     *
     * @param terms what a loaded value is stored with; without a sight one is taken before the loader is called
     */
    public @Nullable V getOrLoad(K key, Function<? super K, ? extends @Nullable V> function, Terms terms) {
        Function<K, @Nullable V> load = asked -> ReadThrough.load(engine.cache, asked, function);
        return lookups.getOr(key, Operations.getOrLoad(load, before(terms)));
    }

    /** {@code LarderCache.refresh}. */
    public @Nullable V refresh(K key) {
        ReadThrough<K, V> known = loader;
        if (known == null) {
            throw new CacheException("cache '" + engine.cache + "' has no loader to refresh key '" + key
                    + "' with; configure a CacheLoader, or remove the key and use getOrLoad");
        }
        return lookups.loads().refresh(key, Operations.refresh(known::load, before(Terms.NONE)));
    }

    private Supplier<Terms> before(Terms terms) {
        return () -> terms.sight() != null ? terms : terms.after(engine.tagging.beforeLoad(terms.tags()));
    }
}
