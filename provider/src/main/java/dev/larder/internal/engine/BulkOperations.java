package dev.larder.internal.engine;

import dev.larder.internal.engine.BulkProgress.Outcome;
import dev.larder.internal.engine.load.ReadThrough;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** The bulk operations of JSR-107: the same operations as on one key, run by a {@link BulkExecutor}. */
public final class BulkOperations<K, V> {
    private static final int CHUNK = 1000;

    private final Engine<K, V> engine;
    private final ReadOperations<K, V> readOperations;
    private final BulkExecutor<K, V> bulkExecutor;
    private final @Nullable ReadThrough<K, V> loader;

    /**
     * @param loader for {@code loadAll}, which works without read-through too; null if the cache has none
     */
    BulkOperations(Engine<K, V> engine, ReadOperations<K, V> readOperations, @Nullable ReadThrough<K, V> loader) {
        this.engine = engine;
        this.readOperations = readOperations;
        this.bulkExecutor = new BulkExecutor<>(engine);
        this.loader = loader;
    }

    /** {@code Cache.getAll}: one bulk read. Keys to be loaded are read again under their key locks. */
    public Map<K, V> getAll(Set<? extends K> keys) {
        long begin = engine.statisticsRecorder.begin();
        Operation<K, V, V> get = Operations.get();
        Map<K, Operation<K, V, V>> present = new LinkedHashMap<>();
        Map<K, Operation<K, V, V>> missing = new LinkedHashMap<>();
        List<@Nullable Stored> found = new ArrayList<>(keys.size());
        Map<K, V> values = new HashMap<>();
        List<K> keyList = new ArrayList<>(keys);
        Iterator<@Nullable Stored> each = readOperations.readAll(keyList).iterator();
        for (K key : keyList) {
            Stored entry = each.next();
            V value = readOperations.valueOfHit(key, entry);
            if (value != null) {
                values.put(key, value);
            } else if (engine.reads != null && !isLive(entry)) {
                missing.put(key, get);
            } else {
                present.put(key, get);
                found.add(entry);
            }
        }
        FailureCollector failureCollector = new FailureCollector();
        collect(bulkExecutor.runFrom(present, found), values, failureCollector);
        collect(bulkExecutor.run(missing), values, failureCollector);
        failureCollector.rethrow();
        engine.statisticsRecorder.end(begin, keyList.size());
        return values;
    }

    private boolean isLive(@Nullable Stored entry) {
        return entry != null && engine.liveness.isLive(entry);
    }

    private void collect(Outcome<K, V, V> outcome, Map<K, V> values, FailureCollector failureCollector) {
        outcome.addTo(failureCollector);
        for (Transition<K, V, V> transition : outcome.transitions()) {
            V value = transition.decision().result();
            if (value != null) {
                values.put(transition.key(), value);
            }
        }
    }

    /** {@code Cache.putAll}. */
    public void putAll(Map<? extends K, ? extends V> values) {
        long begin = engine.statisticsRecorder.begin(Operation.Kind.PUT);
        if (engine.readFreeWrites.putAll(values)) {
            engine.statisticsRecorder.puts(begin, values.size());
        } else {
            Map<K, Operation<K, V, Void>> puts = new LinkedHashMap<>();
            values.forEach((key, value) -> puts.put(key, Operations.put(value)));
            timed(begin, puts).rethrow();
        }
    }

    /** {@code Cache.removeAll(keys)}. */
    public void removeAll(Set<? extends K> keys) {
        remove(keys).rethrow();
    }

    private Outcome<K, V, Boolean> remove(Set<? extends K> keys) {
        return timed(engine.statisticsRecorder.begin(Operation.Kind.REMOVE), same(keys, Operations.<K, V>remove()));
    }

    /**
     * {@code Cache.removeAll()}: removes every live entry, {@value #CHUNK} at a time. An exception of the writer ends
     * it; one of a listener does not. Entries that cannot be read here are removed too, because another JVM may be able
     * to read them. They raise no event. The writer is called for them if the key is known.
     */
    public void removeAll() {
        FailureCollector failureCollector = new FailureCollector();
        Iterator<Map.Entry<K, Stored>> entries = engine.storeAdapter.removalIterator();
        boolean writerFailed = false;
        while (!writerFailed && entries.hasNext()) {
            Outcome<K, V, Boolean> outcome = remove(someToRemove(entries, failureCollector));
            outcome.addTo(failureCollector);
            writerFailed = outcome.writerFailure() != null;
        }
        failureCollector.rethrow();
    }

    private Set<K> someToRemove(Iterator<Map.Entry<K, Stored>> entries, FailureCollector failureCollector) {
        Set<K> keys = new HashSet<>();
        while (keys.size() < CHUNK && entries.hasNext()) {
            Map.Entry<K, Stored> entry = entries.next();
            Stored stored = entry.getValue();
            if (engine.liveness.isLive(stored) || engine.liveness.isUnreadable(stored)) {
                keys.add(entry.getKey());
            } else {
                failureCollector.attempt(() -> engine.sweep(entry.getKey(), stored));
            }
        }
        return keys;
    }

    /** {@code Cache.invokeAll}. */
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        Outcome<K, V, EntryProcessorResult<T>> outcome = timed(
                engine.statisticsRecorder.begin(Operation.Kind.PROCESS),
                same(keys, Operations.tryInvoke(engine.cache, processor, arguments)));
        Map<K, EntryProcessorResult<T>> results = new LinkedHashMap<>();
        for (Transition<K, V, EntryProcessorResult<T>> transition : outcome.transitions()) {
            EntryProcessorResult<T> result = transition.decision().result();
            if (result != null) {
                results.put(transition.key(), result);
            }
        }
        outcome.failures().forEach((key, failure) -> results.put(key, Operations.failed(failure)));
        return results;
    }

    /** {@code Cache.loadAll}, in the calling thread. Does nothing if there is no loader. */
    public void loadAll(Set<? extends K> keys, boolean replaceExisting) {
        if (loader != null) {
            Set<K> toLoad = replaceExisting ? Set.copyOf(keys) : absent(keys);
            if (!toLoad.isEmpty()) {
                EntryOptions entryOptions = EntryOptions.asOf(engine.entryTagging.snapshotBeforeLoad());
                store(loader.loadAll(toLoad), entryOptions, replaceExisting);
            }
        }
    }

    private void store(Map<K, V> loaded, EntryOptions entryOptions, boolean replaceExisting) {
        Map<K, Operation<K, V, Void>> loads = new LinkedHashMap<>();
        loaded.forEach((key, value) -> loads.put(
                key,
                replaceExisting ? Operations.load(value, entryOptions) : Operations.loadIfAbsent(value, entryOptions)));
        bulkExecutor.run(loads).rethrow();
    }

    private Set<K> absent(Set<? extends K> keys) {
        List<K> keyList = List.copyOf(keys);
        return bulkExecutor.missing(keyList, engine.storeAdapter.readAll(keyList, ReadOptions.PLAIN));
    }

    private <R> Outcome<K, V, R> timed(long begin, Map<K, Operation<K, V, R>> operations) {
        Outcome<K, V, R> outcome = bulkExecutor.run(operations);
        engine.statisticsRecorder.end(begin, outcome.transitions());
        return outcome;
    }

    private static <K, V, R> Map<K, Operation<K, V, R>> same(Set<? extends K> keys, Operation<K, V, R> operation) {
        Map<K, Operation<K, V, R>> operations = new LinkedHashMap<>();
        keys.forEach(key -> operations.put(key, operation));
        return operations;
    }
}
