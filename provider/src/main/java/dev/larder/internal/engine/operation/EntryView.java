package dev.larder.internal.engine.operation;

import dev.larder.spi.Stored;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entry of one key as an operation sees it: live or absent, never expired.
 *
 * @param live null if absent
 * @param stale an entry that has expired and is in its grace, null if there is none
 * @param loads gives the loader's value for a key, null if it has none or there is no read-through
 */
public record EntryView<K, V>(
        K key, @Nullable Stored live, @Nullable Stored stale, StoredValues<V> values, Function<K, @Nullable V> loads) {
    private static final Logger LOG = LoggerFactory.getLogger(EntryView.class);

    boolean isPresent() {
        return live != null;
    }

    /** The value to return to the caller: a copy if the cache stores by value; null if absent. */
    @Nullable
    V value() {
        return live == null ? null : values.value(live);
    }

    /** Whether the entry is present with a value equal to this one. */
    boolean holds(V value) {
        return live != null && values.holds(live, value);
    }

    /** The loader's value for this key. Calls user code. */
    @Nullable
    V load() {
        return loads.apply(key);
    }

    LookupOutcome lookupOutcome() {
        return live == null ? LookupOutcome.MISS : LookupOutcome.HIT;
    }

    /**
     * Loads the value. If the loader fails and there is a stale value, the result is the stale value.
     *
     * @param optionsBeforeLoad gives the write options of a loaded value; called before the load
     */
    Decision<V, V> loaded(Function<K, @Nullable V> load, Supplier<EntryOptions> optionsBeforeLoad) {
        EntryOptions before = optionsBeforeLoad.get();
        V value;
        try {
            value = load.apply(key);
        } catch (CacheLoaderException failure) {
            if (stale == null) {
                throw failure;
            }
            LOG.warn("the loader failed, so the expired value of key '{}' is returned", key, failure);
            return Decision.keep(values.value(stale), LookupOutcome.MISS);
        }
        return value == null
                ? Decision.keep(null, LookupOutcome.MISS)
                : Decision.<V, V>load(value, value, LookupOutcome.MISS).withEntryOptions(before);
    }
}
