package dev.larder.internal.engine;

import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.ChangeEvent;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.event.EntryChange;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.event.Listeners.PendingDelivery;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** Counts a completed transition and posts its events to the listeners. */
final class OutcomeReporter<K, V> {
    private final StoreAdapter<K, V> storeAdapter;
    private final Listeners<K, V> listeners;
    private final StatisticsRecorder statisticsRecorder;

    OutcomeReporter(StoreAdapter<K, V> storeAdapter, Listeners<K, V> listeners, StatisticsRecorder statisticsRecorder) {
        this.storeAdapter = storeAdapter;
        this.listeners = listeners;
        this.statisticsRecorder = statisticsRecorder;
    }

    /**
     * Counts a transition and posts its events. Call it under the key lock, and deliver the result after leaving it.
     */
    PendingDelivery report(Transition<K, V, ?> transition) {
        statisticsRecorder.count(transition);
        if (listeners.isEmpty()) {
            return PendingDelivery.NOTHING;
        }
        return post(ChangeEvent.of(transition));
    }

    /** Posts the events of a change. Counts nothing. */
    PendingDelivery post(ChangeEvent<K> changeEvent) {
        List<EntryChange<K, V>> changes = changesOf(changeEvent);
        return changes.isEmpty() ? PendingDelivery.NOTHING : listeners.post(changeEvent.key(), changes);
    }

    /** Notifies listeners of a change by another JVM, in the background. */
    void receive(Supplier<ChangeEvent<K>> changeEvent) {
        if (!listeners.isEmpty()) {
            listeners.postInBackground(() -> post(changeEvent.get()));
        }
    }

    private List<EntryChange<K, V>> changesOf(ChangeEvent<K> changeEvent) {
        List<EntryChange<K, V>> changes = new ArrayList<>(2);
        if (changeEvent.expired()) {
            addRemoval(changes, EventType.EXPIRED, changeEvent.key(), changeEvent.found());
        }
        EventType event = changeEvent.event();
        if (event == EventType.REMOVED || event == EventType.EXPIRED) {
            addRemoval(changes, event, changeEvent.key(), changeEvent.found());
        } else if (event != null && listeners.anyAccepts(event)) {
            Supplier<V> value = values(changeEvent.next());
            Supplier<V> old = event == EventType.CREATED ? null : values(changeEvent.found());
            if (value != null) {
                changes.add(new EntryChange<>(event, changeEvent.key(), value, old));
            }
        }
        if (changeEvent.fleeting()) {
            addRemoval(changes, EventType.EXPIRED, changeEvent.key(), changeEvent.next());
        }
        return changes;
    }

    private void addRemoval(List<EntryChange<K, V>> changes, EventType event, K key, @Nullable Stored entry) {
        Supplier<V> value = listeners.anyAccepts(event) ? values(entry) : null;
        if (value != null) {
            changes.add(new EntryChange<>(event, key, value, value));
        }
    }

    private @Nullable Supplier<V> values(@Nullable Stored entry) {
        return entry == null || !storeAdapter.isReadable(entry) ? null : storeAdapter.valueSupplier(entry);
    }
}
