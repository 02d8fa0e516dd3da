package dev.larder.internal.engine;

import dev.larder.internal.event.Listeners;
import dev.larder.spi.Stored;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The turns that need not look first, where the cache's configuration and its store allow that. */
final class BlindTurns<K, V> {
    private final Planner<K, V> planner;
    private final Blind<K> blind;
    private final Shortcuts shortcuts;
    private final Listeners<K, V> listeners;

    BlindTurns(Planner<K, V> planner, Blind<K> blind, Shortcuts shortcuts, Listeners<K, V> listeners) {
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
        Map<K, Stored> entries = new HashMap<>();
        for (Map.Entry<? extends K, ? extends V> value : values.entrySet()) {
            Turn<K, V, Void> turn =
                    planner.planBlind(value.getKey(), Operations.put(value.getValue()), shortcuts.keep());
            Stored next = turn == null ? null : turn.next();
            if (next == null) {
                return false;
            }
            entries.put(value.getKey(), next);
        }
        blind.putAll(entries);
        return true;
    }

    private boolean puts() {
        return shortcuts.put() && listeners.isEmpty();
    }

    private <R> @Nullable Turn<K, V, R> put(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> turn = planner.planBlind(key, operation, shortcuts.keep());
        Stored next = turn == null ? null : turn.next();
        if (next != null) {
            blind.put(key, next);
        }
        return turn;
    }

    private <R> @Nullable Turn<K, V, R> swap(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> turn = planner.planBlind(key, operation, shortcuts.keep());
        return turn == null || turn.verdict().effect() == Effect.KEEP
                ? turn
                : planner.afterwards(turn, operation, blind.swap(key, turn.next()));
    }
}
