package dev.larder.internal.engine;

import dev.larder.internal.engine.Shortcuts.LifetimeHandling;
import dev.larder.internal.engine.operation.EntryAction;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.event.Listeners;
import dev.larder.spi.Stored;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs writes that need not read first, where the cache's configuration and its store allow it. */
final class ReadFreeWrites<K, V> {
    private final StoreAdapter<K, V> storeAdapter;
    private final Planner<K, V> planner;
    private final ReadFreeAccess<K> readFreeAccess;
    private final Shortcuts shortcuts;
    private final Listeners<K, V> listeners;

    ReadFreeWrites(
            StoreAdapter<K, V> storeAdapter,
            Planner<K, V> planner,
            ReadFreeAccess<K> readFreeAccess,
            Shortcuts shortcuts,
            Listeners<K, V> listeners) {
        this.storeAdapter = storeAdapter;
        this.planner = planner;
        this.readFreeAccess = readFreeAccess;
        this.shortcuts = shortcuts;
        this.listeners = listeners;
    }

    /** Runs an operation and returns its completed transition; null if it has to read first. */
    <R> @Nullable Transition<K, V, R> tryWrite(K key, Operation<K, V, R> operation) {
        return switch (operation.kind()) {
            case PUT -> allowsPut() ? put(key, operation) : shortcuts.swap() ? swap(key, operation) : null;
            case SWAP -> shortcuts.swap() ? swap(key, operation) : null;
            case REMOVE -> shortcuts.remove() ? swap(key, operation) : null;
            case READ, UPDATE, CREATE, REMOVE_EXPECTED, PROCESS -> null;
        };
    }

    /** Whether an operation begins with the exchange, on the assumption that there is no entry. */
    boolean assumesAbsent(Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.CREATE && shortcuts.assumeAbsent();
    }

    /**
     * Puts all entries, or none if one of them has to be read first.
     *
     * @return whether the entries were put
     */
    boolean putAll(Map<? extends K, ? extends V> values) {
        if (!allowsPut()) {
            return false;
        }
        LifetimeHandling lifetimeHandling = shortcuts.lifetimeHandling(storeAdapter);
        Map<K, Stored> plain = new HashMap<>();
        Map<K, Stored> lifetimeKeeping = new HashMap<>();
        for (Map.Entry<? extends K, ? extends V> value : values.entrySet()) {
            Transition<K, V, Void> transition =
                    planner.planReadFree(value.getKey(), Operations.put(value.getValue()), lifetimeHandling);
            Stored next = transition == null ? null : transition.next();
            if (transition == null || next == null) {
                return false;
            }
            (takesOverLifetime(transition, lifetimeHandling) ? lifetimeKeeping : plain).put(value.getKey(), next);
        }
        putAll(plain, false);
        putAll(lifetimeKeeping, true);
        return true;
    }

    private void putAll(Map<K, Stored> entries, boolean keepLifetime) {
        if (!entries.isEmpty()) {
            readFreeAccess.putAll(entries, keepLifetime);
        }
    }

    private boolean allowsPut() {
        return shortcuts.put() && listeners.isEmpty();
    }

    // The old entry's lifetime must not replace the new entry's own.
    private static boolean takesOverLifetime(Transition<?, ?, ?> transition, LifetimeHandling lifetimeHandling) {
        return lifetimeHandling == LifetimeHandling.BY_STORE
                && transition.decision().entryOptions().lifetime() == null;
    }

    private <R> @Nullable Transition<K, V, R> put(K key, Operation<K, V, R> operation) {
        LifetimeHandling lifetimeHandling = shortcuts.lifetimeHandling(storeAdapter);
        Transition<K, V, R> transition = planner.planReadFree(key, operation, lifetimeHandling);
        Stored next = transition == null ? null : transition.next();
        if (transition != null && next != null) {
            readFreeAccess.put(key, next, takesOverLifetime(transition, lifetimeHandling));
        }
        return transition;
    }

    private <R> @Nullable Transition<K, V, R> swap(K key, Operation<K, V, R> operation) {
        LifetimeHandling lifetimeHandling = shortcuts.lifetimeHandling(storeAdapter);
        Transition<K, V, R> transition = planner.planReadFree(key, operation, lifetimeHandling);
        return transition == null || transition.decision().entryAction() == EntryAction.KEEP
                ? transition
                : planner.afterwards(
                        transition,
                        operation,
                        readFreeAccess.swap(key, transition.next(), takesOverLifetime(transition, lifetimeHandling)));
    }
}
