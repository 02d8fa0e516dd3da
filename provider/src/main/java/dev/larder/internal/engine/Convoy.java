package dev.larder.internal.engine;

import dev.larder.internal.engine.Progress.Outcome;
import dev.larder.internal.tag.Tags.Sight;
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
 * Turns of many keys that travel together, so that a remote store sees one bulk read and one bulk exchange. What
 * loses its exchange goes on alone, through the {@link Engine}.
 */
final class Convoy<K, V> {
    private final Engine<K, V> engine;

    Convoy(Engine<K, V> engine) {
        this.engine = engine;
    }

    /**
     * Runs an operation on each key, listeners told; all are of one kind.
     *
     * @throws RuntimeException if nothing was done; what failed at some of the keys is in the outcome
     */
    <R> Outcome<K, V, R> run(Map<K, Operation<K, V, R>> asked) {
        if (asked.isEmpty()) {
            return new Outcome<>(List.of(), Map.of(), null);
        }
        asked.forEach(engine.turnstile::refuseOwnKey);
        Progress<K, V, R> progress = new Progress<>(engine.reporter);
        try (Hold hold = engine.turnstile.enterAll(
                asked.keySet(), asked.values().iterator().next())) {
            settle(asked, read(asked), progress);
        }
        return progress.delivered();
    }

    /** The same from the entries that the operations have met, without queueing. */
    <R> Outcome<K, V, R> proceed(Map<K, Operation<K, V, R>> asked, List<@Nullable Stored> found) {
        Progress<K, V, R> progress = new Progress<>(engine.reporter);
        settle(asked, new SightedRead(found, null), progress);
        return progress.delivered();
    }

    private <R> SightedRead read(Map<K, Operation<K, V, R>> asked) {
        List<K> keys = new ArrayList<>(asked.keySet());
        return engine.makesTagged(operation(asked, keys.get(0)))
                ? engine.shelf.readSighted(keys)
                : new SightedRead(engine.shelf.readAll(keys), null);
    }

    private <R> void settle(Map<K, Operation<K, V, R>> asked, SightedRead read, Progress<K, V, R> progress) {
        List<Turn<K, V, R>> planned = plan(asked, read, progress);
        BulkWriting<K, V> writing = BulkWriting.of(engine.writes, planned);
        planned.removeIf(turn -> isUnwritten(turn, writing, asked));
        writing.noteIn(progress);
        exchange(planned, asked, progress);
    }

    private <R> boolean isUnwritten(Turn<K, V, R> turn, BulkWriting<K, V> writing, Map<K, Operation<K, V, R>> asked) {
        boolean unwritten = writing.unwritten().contains(turn.key());
        if (unwritten) {
            engine.countLook(operation(asked, turn.key()), turn.found());
        }
        return unwritten;
    }

    private <R> List<Turn<K, V, R>> plan(
            Map<K, Operation<K, V, R>> asked, SightedRead read, Progress<K, V, R> progress) {
        List<@Nullable Stored> found = read.found();
        List<K> keys = new ArrayList<>(asked.keySet());
        Function<K, @Nullable V> loads = loads(asked, keys, found);
        List<Turn<K, V, R>> turns = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            K key = keys.get(i);
            Operation<K, V, R> operation = operation(asked, key);
            try {
                turns.add(engine.planner.plan(key, operation, found.get(i), loads, read.sight()));
            } catch (RuntimeException failure) {
                engine.countLook(operation, found.get(i));
                failAt(key, operation, failure, progress);
            }
        }
        return turns;
    }

    // Nothing is written yet: a bulk write is given up as a whole, where reads and processors have their own results.
    private <R> void failAt(K key, Operation<K, V, R> operation, RuntimeException failure, Progress<K, V, R> progress) {
        if (!operation.countsIfFailed()) {
            throw failure;
        }
        progress.failed(key, failure);
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
        Set<K> missing = missing(keys, found);
        if (missing.isEmpty()) {
            return key -> null;
        }
        Sight sight = engine.tagging.beforeLoad();
        try {
            return new Preloaded<>(reads.loadAll(missing), sight);
        } catch (RuntimeException | Error failure) {
            for (int i = 0; i < keys.size(); i++) {
                engine.countLook(operation(asked, keys.get(i)), found.get(i));
            }
            throw failure;
        }
    }

    /** Those of the keys at which nothing live was found. */
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
            List<Turn<K, V, R>> planned, Map<K, Operation<K, V, R>> asked, Progress<K, V, R> progress) {
        List<Turn<K, V, ?>> writing = new ArrayList<>();
        planned.stream().filter(Turn::writes).forEach(writing::add);
        Iterator<@Nullable Stored> witnesses = writing.isEmpty()
                ? Collections.emptyIterator()
                : engine.shelf.exchangeAll(writing).iterator();
        for (Turn<K, V, R> turn : planned) {
            Stored witness = turn.writes() ? witnesses.next() : turn.found();
            if (witness == turn.found()) {
                progress.done(turn);
            } else if (!progress.isBroken()) {
                Operation<K, V, R> operation = operation(asked, turn.key());
                progress.attempt(turn.key(), () -> progress.done(engine.insist(turn.key(), operation, witness)));
            }
        }
    }

    private static <K, O> O operation(Map<K, O> asked, K key) {
        O operation = asked.get(key);
        if (operation == null) {
            throw new CacheException("key '" + key + "' changed its hash code during the call");
        }
        return operation;
    }
}
