package dev.larder.internal.engine;

import dev.larder.internal.engine.Convoy.Outcome;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** The standard's operations on many keys: the same operations as on one, in a {@link Convoy}. */
public final class Batches<K, V> {
    private static final int CHUNK = 1000;

    private final Engine<K, V> engine;
    private final Lookups<K, V> lookups;
    private final Convoy<K, V> convoy;
    private final @Nullable ReadThrough<K, V> loader;

    /**
     * @param loader for {@code loadAll}, which works without read-through too; null if the cache has none
     */
    Batches(Engine<K, V> engine, Lookups<K, V> lookups, @Nullable ReadThrough<K, V> loader) {
        this.engine = engine;
        this.lookups = lookups;
        this.convoy = new Convoy<>(engine);
        this.loader = loader;
    }

    /** {@code Cache.getAll}: one bulk read; what has to be loaded is looked at again in its queue. */
    public Map<K, V> getAll(Set<? extends K> keys) {
        Operation<K, V, V> get = Operations.get();
        Map<K, Operation<K, V, V>> present = new LinkedHashMap<>();
        Map<K, Operation<K, V, V>> missing = new LinkedHashMap<>();
        List<@Nullable Stored> found = new ArrayList<>(keys.size());
        Map<K, V> values = new HashMap<>();
        List<K> asked = new ArrayList<>(keys);
        Iterator<@Nullable Stored> each = lookups.readAll(asked).iterator();
        for (K key : asked) {
            Stored entry = each.next();
            V value = lookups.settled(key, entry);
            if (value != null) {
                values.put(key, value);
            } else if (engine.reads != null && !isLive(entry)) {
                missing.put(key, get);
            } else {
                present.put(key, get);
                found.add(entry);
            }
        }
        collect(convoy.proceed(present, found), values);
        collect(convoy.run(missing), values);
        return values;
    }

    private boolean isLive(@Nullable Stored entry) {
        return entry != null && engine.liveness.isLive(entry);
    }

    private void collect(Outcome<K, V, V> outcome, Map<K, V> values) {
        for (Turn<K, V, V> turn : outcome.turns()) {
            V value = turn.verdict().result();
            if (value != null) {
                values.put(turn.key(), value);
            }
        }
    }

    /** {@code Cache.putAll}. */
    public void putAll(Map<? extends K, ? extends V> values) {
        if (engine.blindTurns.putAll(values)) {
            engine.tally.puts(values.size());
        } else {
            Map<K, Operation<K, V, Void>> puts = new LinkedHashMap<>();
            values.forEach((key, value) -> puts.put(key, Operations.put(value)));
            convoy.run(puts).rethrow();
        }
    }

    /** {@code Cache.removeAll(keys)}. */
    public void removeAll(Set<? extends K> keys) {
        convoy.run(same(keys, Operations.<K, V>remove())).rethrow();
    }

    /** {@code Cache.removeAll()}: every live entry, some at a time. */
    public void removeAll() {
        Iterator<Map.Entry<K, Stored>> entries = engine.shelf.iterator();
        while (entries.hasNext()) {
            removeAll(someLive(entries));
        }
    }

    private Set<K> someLive(Iterator<Map.Entry<K, Stored>> entries) {
        Set<K> keys = new HashSet<>();
        while (keys.size() < CHUNK && entries.hasNext()) {
            Map.Entry<K, Stored> entry = entries.next();
            if (engine.liveness.isLive(entry.getValue())) {
                keys.add(entry.getKey());
            } else {
                engine.sweep(entry.getKey(), entry.getValue());
            }
        }
        return keys;
    }

    /** {@code Cache.invokeAll}. */
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        Outcome<K, V, EntryProcessorResult<T>> outcome =
                convoy.run(same(keys, Operations.tryInvoke(engine.cache, processor, arguments)));
        Map<K, EntryProcessorResult<T>> results = new LinkedHashMap<>();
        for (Turn<K, V, EntryProcessorResult<T>> turn : outcome.turns()) {
            EntryProcessorResult<T> result = turn.verdict().result();
            if (result != null) {
                results.put(turn.key(), result);
            }
        }
        CacheWriterException failure = outcome.failure();
        if (failure != null) {
            outcome.unwritten().forEach(key -> results.put(key, Operations.failed(failure)));
        }
        return results;
    }

    /** {@code Cache.loadAll}, in the calling thread; without a loader there is nothing to load. */
    public void loadAll(Set<? extends K> keys, boolean replaceExisting) {
        if (loader != null) {
            Set<K> wanted = replaceExisting ? Set.copyOf(keys) : absent(keys);
            if (!wanted.isEmpty()) {
                Terms terms = Terms.asOf(engine.tagging.beforeLoad());
                store(loader.loadAll(wanted), terms, replaceExisting);
            }
        }
    }

    private void store(Map<K, V> loaded, Terms terms, boolean replaceExisting) {
        Map<K, Operation<K, V, Void>> loads = new LinkedHashMap<>();
        loaded.forEach((key, value) -> loads.put(
                key, replaceExisting ? Operations.load(value, terms) : Operations.loadIfAbsent(value, terms)));
        convoy.run(loads);
    }

    private Set<K> absent(Set<? extends K> keys) {
        List<K> asked = List.copyOf(keys);
        return convoy.missing(asked, engine.shelf.readAll(asked));
    }

    private static <K, V, R> Map<K, Operation<K, V, R>> same(Set<? extends K> keys, Operation<K, V, R> operation) {
        Map<K, Operation<K, V, R>> operations = new LinkedHashMap<>();
        keys.forEach(key -> operations.put(key, operation));
        return operations;
    }
}
