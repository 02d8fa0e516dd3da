package dev.larder.internal.engine;

import dev.larder.internal.engine.Shortcuts.Keeping;
import dev.larder.internal.event.Listeners;
import dev.larder.spi.Stored;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The turns that need not look first, where the cache's configuration and its store allow that. */
final class BlindTurns<K, V> {
    private final Shelf<K, V> shelf;
    private final Planner<K, V> planner;
    private final Blind<K> blind;
    private final Shortcuts shortcuts;
    private final Listeners<K, V> listeners;

    BlindTurns(
            Shelf<K, V> shelf, Planner<K, V> planner, Blind<K> blind, Shortcuts shortcuts, Listeners<K, V> listeners) {
        this.shelf = shelf;
        this.planner = planner;
        this.blind = blind;
        this.shortcuts = shortcuts;
        this.listeners = listeners;
    }

    /** The turn of an operation, done; null if this one has to look. */
    <R> @Nullable Turn<K, V, R> turn(K key, Operation<K, V, R> operation) {
        return switch (operation.kind()) {
            case PUT -> puts() ? put(key, operation) : shortcuts.swap() ? swap(key, operation) : null;
            case SWAP -> shortcuts.swap() ? swap(key, operation) : null;
            case REMOVE -> shortcuts.remove() ? swap(key, operation) : null;
            case READ, UPDATE, CREATE, REMOVE_EXPECTED, PROCESS -> null;
        };
    }

    /** Whether an operation begins with the exchange, on the guess that nothing is there. */
    boolean guesses(Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.CREATE && shortcuts.assumeAbsent();
    }

    /** Puts all, or nothing if one of them has to look. */
    boolean putAll(Map<? extends K, ? extends V> values) {
        if (!puts()) {
            return false;
        }
        Keeping keeping = shortcuts.keeping(shelf);
        Map<K, Stored> plain = new HashMap<>();
        Map<K, Stored> taking = new HashMap<>();
        for (Map.Entry<? extends K, ? extends V> value : values.entrySet()) {
            Turn<K, V, Void> turn = planner.planBlind(value.getKey(), Operations.put(value.getValue()), keeping);
            Stored next = turn == null ? null : turn.next();
            if (turn == null || next == null) {
                return false;
            }
            (takesOver(turn, keeping) ? taking : plain).put(value.getKey(), next);
        }
        putAll(plain, false);
        putAll(taking, true);
        return true;
    }

    private void putAll(Map<K, Stored> entries, boolean keeping) {
        if (!entries.isEmpty()) {
            blind.putAll(entries, keeping);
        }
    }

    private boolean puts() {
        return shortcuts.put() && listeners.isEmpty();
    }

    // A lifetime of the new entry's own is not to be replaced by the old one's.
    private static boolean takesOver(Turn<?, ?, ?> turn, Keeping keeping) {
        return keeping == Keeping.BY_STORE && turn.verdict().terms().lifetime() == null;
    }

    private <R> @Nullable Turn<K, V, R> put(K key, Operation<K, V, R> operation) {
        Keeping keeping = shortcuts.keeping(shelf);
        Turn<K, V, R> turn = planner.planBlind(key, operation, keeping);
        Stored next = turn == null ? null : turn.next();
        if (turn != null && next != null) {
            blind.put(key, next, takesOver(turn, keeping));
        }
        return turn;
    }

    private <R> @Nullable Turn<K, V, R> swap(K key, Operation<K, V, R> operation) {
        Keeping keeping = shortcuts.keeping(shelf);
        Turn<K, V, R> turn = planner.planBlind(key, operation, keeping);
        return turn == null || turn.verdict().effect() == Effect.KEEP
                ? turn
                : planner.afterwards(turn, operation, blind.swap(key, turn.next(), takesOver(turn, keeping)));
    }
}
