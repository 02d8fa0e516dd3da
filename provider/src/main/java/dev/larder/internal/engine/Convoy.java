package dev.larder.internal.engine;

import dev.larder.internal.event.Listeners.Ticket;
import dev.larder.internal.tag.Tags.Sight;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.CacheException;
import javax.cache.integration.CacheWriterException;
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

    /** The turns that were done, and the keys that the writer refused with its reason. */
    record Outcome<K, V, R>(
            List<Turn<K, V, R>> turns,
            Set<K> unwritten,
            @Nullable CacheWriterException failure) {

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** What was done, and what is to be told of it. */
    private record Settled<K, V, R>(Outcome<K, V, R> outcome, List<Ticket> tickets) {}

    /** Runs an operation on each key to its end, listeners told; all are of one kind. */
    <R> Outcome<K, V, R> run(Map<K, Operation<K, V, R>> asked) {
        if (asked.isEmpty()) {
            return new Outcome<>(List.of(), Set.of(), null);
        }
        asked.forEach(engine.turnstile::refuseOwnKey);
        Settled<K, V, R> settled;
        try (Hold hold = engine.turnstile.enterAll(
                asked.keySet(), asked.values().iterator().next())) {
            settled = settle(asked, engine.shelf.readAll(new ArrayList<>(asked.keySet())));
        }
        return delivered(settled);
    }

    /** The same from the entries that the operations have met, without queueing. */
    <R> Outcome<K, V, R> proceed(Map<K, Operation<K, V, R>> asked, List<@Nullable Stored> found) {
        return delivered(settle(asked, found));
    }

    private <R> Settled<K, V, R> settle(Map<K, Operation<K, V, R>> asked, List<@Nullable Stored> found) {
        List<Turn<K, V, R>> planned = plan(asked, found);
        BulkWriting<K, V> writing = BulkWriting.of(engine.writes, planned);
        planned.removeIf(turn -> writing.unwritten().contains(turn.key()));
        List<Turn<K, V, R>> done = exchange(planned, asked);
        List<Ticket> tickets = new ArrayList<>();
        done.forEach(turn -> tickets.add(engine.reporter.report(turn)));
        return new Settled<>(new Outcome<>(done, writing.unwritten(), writing.failure()), tickets);
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
        Set<K> missing = missing(keys, found);
        if (missing.isEmpty()) {
            return key -> null;
        }
        Sight sight = engine.tagging.beforeLoad();
        return new Preloaded<>(reads.loadAll(missing), sight);
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

    // After all turns.
    private static <K, V, R> Outcome<K, V, R> delivered(Settled<K, V, R> settled) {
        Throwable first = null;
        for (Ticket ticket : settled.tickets()) {
            try {
                ticket.deliver();
            } catch (RuntimeException | Error failure) {
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first instanceof Error died) {
            throw died;
        }
        if (first instanceof RuntimeException failed) {
            throw failed;
        }
        return settled.outcome();
    }
}
