package dev.larder.internal.engine;

import dev.larder.internal.event.Listeners.Ticket;
import dev.larder.internal.tag.Tags.Sight;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.CacheException;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/**
 * The standard's operations on many keys: the same operations, planned together, so that a remote store
 * sees one bulk read and one bulk exchange. What loses its exchange goes on alone, through the engine.
 */
public final class Batches<K, V> {
    private static final int CHUNK = 1000;

    private final Engine<K, V> engine;
    private final @Nullable ReadThrough<K, V> loader;

    /**
     * @param loader for {@code loadAll}, which works without read-through too; null if the cache has none
     */
    Batches(Engine<K, V> engine, @Nullable ReadThrough<K, V> loader) {
        this.engine = engine;
        this.loader = loader;
    }

    /** {@code Cache.getAll}: one bulk read; what has to be loaded is looked at again in its stripes. */
    public Map<K, V> getAll(Set<? extends K> keys) {
        Operation<K, V, V> get = Operations.get();
        Map<K, Operation<K, V, V>> present = new LinkedHashMap<>();
        Map<K, Operation<K, V, V>> missing = new LinkedHashMap<>();
        List<@Nullable Stored> found = new ArrayList<>(keys.size());
        Map<K, V> values = new HashMap<>();
        List<K> asked = new ArrayList<>(keys);
        Iterator<@Nullable Stored> each = engine.blind().readAll(asked).iterator();
        for (K key : asked) {
            Stored entry = each.next();
            if (entry != null && engine.shortcuts.touch() && isLive(entry)) {
                values.put(key, engine.hit(key, entry));
            } else if (engine.reads != null && !isLive(entry)) {
                missing.put(key, get);
            } else {
                present.put(key, get);
                found.add(entry);
            }
        }
        collect(deliver(settle(present, found)), values);
        collect(run(missing), values);
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
        if (!engine.shortcuts.put() || !engine.listeners.isEmpty() || !putBlindly(values)) {
            Map<K, Operation<K, V, Void>> puts = new LinkedHashMap<>();
            values.forEach((key, value) -> puts.put(key, Operations.put(value)));
            run(puts).rethrow();
        }
    }

    private boolean putBlindly(Map<? extends K, ? extends V> values) {
        Map<K, Stored> entries = new HashMap<>();
        for (Map.Entry<? extends K, ? extends V> value : values.entrySet()) {
            Turn<K, V, Void> turn =
                    engine.planner.planBlind(value.getKey(), Operations.put(value.getValue()), engine.shortcuts.keep());
            Stored next = turn == null ? null : turn.next();
            if (next == null) {
                return false;
            }
            entries.put(value.getKey(), next);
        }
        engine.blind().putAll(entries);
        engine.tally.puts(entries.size());
        return true;
    }

    /** {@code Cache.removeAll(keys)}. */
    public void removeAll(Set<? extends K> keys) {
        run(same(keys, Operations.<K, V>remove())).rethrow();
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
                run(same(keys, Operations.tryInvoke(engine.cache, processor, arguments)));
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
        run(loads);
    }

    private Set<K> absent(Set<? extends K> keys) {
        List<K> asked = List.copyOf(keys);
        Set<K> absent = new HashSet<>();
        Iterator<K> each = asked.iterator();
        for (Stored found : engine.shelf.readAll(asked)) {
            K key = each.next();
            if (!isLive(found)) {
                absent.add(key);
            }
        }
        return absent;
    }

    private static <K, V, R> Map<K, Operation<K, V, R>> same(Set<? extends K> keys, Operation<K, V, R> operation) {
        Map<K, Operation<K, V, R>> operations = new LinkedHashMap<>();
        keys.forEach(key -> operations.put(key, operation));
        return operations;
    }

    private <R> Outcome<K, V, R> run(Map<K, Operation<K, V, R>> asked) {
        if (asked.isEmpty()) {
            return new Outcome<>(List.of(), Set.of(), null, List.of());
        }
        asked.forEach(engine::refuseOwnKey);
        Outcome<K, V, R> outcome;
        try (Hold hold = engine.hold(asked.keySet(), asked.values().iterator().next())) {
            outcome = settle(asked, engine.shelf.readAll(new ArrayList<>(asked.keySet())));
        }
        return deliver(outcome);
    }

    private <R> Outcome<K, V, R> settle(Map<K, Operation<K, V, R>> asked, List<@Nullable Stored> found) {
        List<Turn<K, V, R>> planned = plan(asked, found);
        BulkWriting<K, V> writing = BulkWriting.of(engine.writes, planned);
        planned.removeIf(turn -> writing.unwritten().contains(turn.key()));
        List<Turn<K, V, R>> done = exchange(planned, asked);
        List<Ticket> tickets = new ArrayList<>();
        done.forEach(turn -> tickets.add(engine.reporter.report(turn)));
        return new Outcome<>(done, writing.unwritten(), writing.failure(), tickets);
    }

    private <R> List<Turn<K, V, R>> plan(Map<K, Operation<K, V, R>> asked, List<@Nullable Stored> found) {
        List<K> keys = new ArrayList<>(asked.keySet());
        Function<K, @Nullable V> loads = loads(asked, keys, found);
        List<Turn<K, V, R>> turns = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            K key = keys.get(i);
            turns.add(engine.planner.plan(key, operation(asked, key), found.get(i), loads));
        }
        return turns;
    }

    // Reads load what is missing in one call; processors ask one by one, if they ask at all.
    private Function<K, @Nullable V> loads(
            Map<K, ? extends Operation<K, V, ?>> asked, List<K> keys, List<@Nullable Stored> found) {
        ReadThrough<K, V> reads = engine.reads;
        if (reads == null || keys.isEmpty()) {
            return key -> null;
        }
        if (operation(asked, keys.get(0)).kind() != Operation.Kind.READ) {
            return reads::load;
        }
        Set<K> missing = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            Stored entry = found.get(i);
            if (!isLive(entry)) {
                missing.add(keys.get(i));
            }
        }
        if (missing.isEmpty()) {
            return key -> null;
        }
        Sight sight = engine.tagging.beforeLoad();
        return new Preloaded<>(reads.loadAll(missing), sight);
    }

    private <R> List<Turn<K, V, R>> exchange(List<Turn<K, V, R>> planned, Map<K, Operation<K, V, R>> asked) {
        List<Turn<K, V, ?>> writing = new ArrayList<>();
        planned.stream().filter(Turn::writes).forEach(writing::add);
        if (writing.isEmpty()) {
            return planned;
        }
        Iterator<@Nullable Stored> witnesses = engine.shelf.exchangeAll(writing).iterator();
        List<Turn<K, V, R>> done = new ArrayList<>(planned.size());
        for (Turn<K, V, R> turn : planned) {
            Stored witness = turn.writes() ? witnesses.next() : turn.found();
            done.add(witness == turn.found() ? turn : engine.insist(turn.key(), operation(asked, turn.key()), witness));
        }
        return done;
    }

    private static <K, O> O operation(Map<K, O> asked, K key) {
        O operation = asked.get(key);
        if (operation == null) {
            throw new CacheException("key '" + key + "' changed its hash code during the call");
        }
        return operation;
    }

    // Outside all stripes.
    private <R> Outcome<K, V, R> deliver(Outcome<K, V, R> outcome) {
        RuntimeException first = null;
        for (Ticket ticket : outcome.tickets()) {
            try {
                ticket.deliver();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
        return outcome;
    }

    /** The turns that were done, the keys that the writer refused with its reason, what is to be told. */
    private record Outcome<K, V, R>(
            List<Turn<K, V, R>> turns,
            Set<K> unwritten,
            @Nullable CacheWriterException failure,
            List<Ticket> tickets) {

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
