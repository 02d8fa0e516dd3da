package dev.larder.internal.engine;

import dev.larder.internal.engine.load.ReadThrough;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.Operations;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * Loads that the application requests: of a missing value, or of a new value for a key. They use the same key locks and
 * in-flight loads as read-through.
 */
public final class LoadOperations<K, V> {
    private final Engine<K, V> engine;
    private final ReadOperations<K, V> readOperations;
    private final @Nullable ReadThrough<K, V> loader;

    /**
     * @param loader the cache's loader, with or without read-through; null if it has none
     */
    public LoadOperations(
            Engine<K, V> engine, ReadOperations<K, V> readOperations, @Nullable ReadThrough<K, V> loader) {
        this.engine = engine;
        this.readOperations = readOperations;
        this.loader = loader;
    }

    /**
     * {@code LarderCache.getOrLoad}.
     *
     * @param entryOptions what a loaded value is stored with; without a tag snapshot, one is taken before the load
     */
    public @Nullable V getOrLoad(
            K key, Function<? super K, ? extends @Nullable V> function, EntryOptions entryOptions) {
        Function<K, @Nullable V> load = requestedKey -> ReadThrough.load(engine.cache, requestedKey, function);
        return readOperations.getOrLoad(key, Operations.getOrLoad(load, optionsBeforeLoad(entryOptions)));
    }

    /** {@code LarderCache.refresh}. */
    public @Nullable V refresh(K key) {
        ReadThrough<K, V> known = loader;
        if (known == null) {
            throw new CacheException("cache '" + engine.cache + "' has no loader to refresh key '" + key
                    + "' with; configure a CacheLoader, or remove the key and use getOrLoad");
        }
        return readOperations
                .loadCoalescer()
                .refresh(key, Operations.refresh(known::load, optionsBeforeLoad(EntryOptions.NONE)));
    }

    private Supplier<EntryOptions> optionsBeforeLoad(EntryOptions entryOptions) {
        return () -> entryOptions.tagSnapshot() != null
                ? entryOptions
                : entryOptions.withTagSnapshot(engine.entryTagging.snapshotBeforeLoad(entryOptions.tags()));
    }
}
