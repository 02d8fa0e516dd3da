package dev.larder.internal.engine;

import dev.larder.internal.engine.BulkProgress.Outcome;
import dev.larder.internal.engine.load.BulkLoadedValues;
import dev.larder.internal.engine.load.ReadThrough;
import dev.larder.internal.engine.lock.LockedKeys;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.TagSnapshotRead;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations on many keys together, so that a remote store sees one bulk read and one bulk exchange. A key that
 * loses its exchange continues alone, through the {@link Engine}.
 */
final class BulkExecutor<K, V> {
    private final Engine<K, V> engine;

    BulkExecutor(Engine<K, V> engine) {
        this.engine = engine;
    }

    /**
     * Runs an operation on each key and delivers the events. All operations are of one kind.
     *
     * @throws RuntimeException if nothing was done; failures at single keys are in the outcome
     */
    <R> Outcome<K, V, R> run(Map<K, Operation<K, V, R>> operations) {
        if (operations.isEmpty()) {
            return new Outcome<>(List.of(), Map.of(), null);
        }
        operations.forEach(engine.keyLocking::rejectOwnKey);
        BulkProgress<K, V, R> bulkProgress = new BulkProgress<>(engine.outcomeReporter);
        try (LockedKeys lockedKeys = engine.keyLocking.enterAll(
                operations.keySet(), operations.values().iterator().next())) {
            planAndExchange(operations, read(operations), bulkProgress);
        }
        return bulkProgress.deliver();
    }

    /** Runs the operations from entries already read, without entering key locks. */
    <R> Outcome<K, V, R> runFrom(Map<K, Operation<K, V, R>> operations, List<@Nullable Stored> found) {
        BulkProgress<K, V, R> bulkProgress = new BulkProgress<>(engine.outcomeReporter);
        planAndExchange(operations, new TagSnapshotRead(found, null), bulkProgress);
        return bulkProgress.deliver();
    }

    private <R> TagSnapshotRead read(Map<K, Operation<K, V, R>> operations) {
        List<K> keys = new ArrayList<>(operations.keySet());
        Operation<K, V, R> first = operation(operations, keys.get(0));
        if (engine.mayComputeTags(first)) {
            return engine.storeAdapter.readWithTagSnapshot(keys);
        }
        boolean reads = first.kind() == Operation.Kind.READ;
        ReadOptions options = reads ? ReadOptions.PLAIN : ReadOptions.FOR_UPDATE;
        return new TagSnapshotRead(engine.storeAdapter.readAll(keys, options), null);
    }

    private <R> void planAndExchange(
            Map<K, Operation<K, V, R>> operations, TagSnapshotRead read, BulkProgress<K, V, R> bulkProgress) {
        List<Transition<K, V, R>> planned = plan(operations, read, bulkProgress);
        BulkWriteThrough<K, V> writing = BulkWriteThrough.of(engine.writes, planned);
        planned.removeIf(transition -> isUnwritten(transition, writing, operations));
        writing.recordIn(bulkProgress);
        exchange(planned, operations, bulkProgress);
    }

    private <R> boolean isUnwritten(
            Transition<K, V, R> transition, BulkWriteThrough<K, V> writing, Map<K, Operation<K, V, R>> operations) {
        boolean unwritten = writing.unwritten().contains(transition.key());
        if (unwritten) {
            engine.countLookup(operation(operations, transition.key()), transition.found());
        }
        return unwritten;
    }

    private <R> List<Transition<K, V, R>> plan(
            Map<K, Operation<K, V, R>> operations, TagSnapshotRead read, BulkProgress<K, V, R> bulkProgress) {
        List<@Nullable Stored> found = read.found();
        List<K> keys = new ArrayList<>(operations.keySet());
        Function<K, @Nullable V> loads = loads(operations, keys, found);
        List<Transition<K, V, R>> transitions = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            K key = keys.get(i);
            Operation<K, V, R> operation = operation(operations, key);
            try {
                transitions.add(engine.planner.plan(key, operation, found.get(i), loads, read.tagSnapshot()));
            } catch (RuntimeException failure) {
                engine.countLookup(operation, found.get(i));
                failAt(key, operation, failure, bulkProgress);
            }
        }
        return transitions;
    }

    // Nothing is written yet. A bulk write fails as a whole; reads and processors have a result for each key.
    private <R> void failAt(
            K key, Operation<K, V, R> operation, RuntimeException failure, BulkProgress<K, V, R> bulkProgress) {
        if (!operation.countsIfFailed()) {
            throw failure;
        }
        bulkProgress.failed(key, failure);
    }

    // Reads load all missing keys in one call. Processors load one by one, if at all.
    private Function<K, @Nullable V> loads(
            Map<K, ? extends Operation<K, V, ?>> operations, List<K> keys, List<@Nullable Stored> found) {
        ReadThrough<K, V> reads = engine.reads;
        if (reads == null || keys.isEmpty()) {
            return key -> null;
        }
        if (operation(operations, keys.get(0)).kind() != Operation.Kind.READ) {
            return reads::load;
        }
        Set<K> missing = missing(keys, found);
        if (missing.isEmpty()) {
            return key -> null;
        }
        TagSnapshot tagSnapshot = engine.entryTagging.snapshotBeforeLoad();
        try {
            return new BulkLoadedValues<>(reads.loadAll(missing), tagSnapshot);
        } catch (Exception | Error failure) {
            for (int i = 0; i < keys.size(); i++) {
                engine.countLookup(operation(operations, keys.get(i)), found.get(i));
            }
            throw failure;
        }
    }

    /** The keys for which no live entry was found. */
    Set<K> missing(List<K> keys, List<@Nullable Stored> found) {
        Set<K> missing = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            Stored entry = found.get(i);
            if (entry == null || !engine.liveness.isLive(entry)) {
                missing.add(keys.get(i));
            }
        }
        return missing;
    }

    private <R> void exchange(
            List<Transition<K, V, R>> planned,
            Map<K, Operation<K, V, R>> operations,
            BulkProgress<K, V, R> bulkProgress) {
        List<Transition<K, V, ?>> writing = new ArrayList<>();
        planned.stream().filter(Transition::writes).forEach(writing::add);
        Iterator<@Nullable Stored> witnesses = writing.isEmpty()
                ? Collections.emptyIterator()
                : engine.storeAdapter.exchangeAll(writing).iterator();
        for (Transition<K, V, R> transition : planned) {
            Stored witness = transition.writes() ? witnesses.next() : transition.found();
            if (witness == transition.found()) {
                bulkProgress.done(transition);
            } else if (!bulkProgress.hasError()) {
                Operation<K, V, R> operation = operation(operations, transition.key());
                bulkProgress.attempt(
                        transition.key(),
                        () -> bulkProgress.done(engine.exchangeUntilDone(transition.key(), operation, witness)));
            }
        }
    }

    private static <K, O> O operation(Map<K, O> operations, K key) {
        O operation = operations.get(key);
        if (operation == null) {
            throw new CacheException("key '" + key + "' changed its hash code during the call");
        }
        return operation;
    }
}
