package dev.larder.internal.event;

import dev.larder.internal.Unwrapping;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** An entry change as one listener sees it: with the old value only if the listener requires it. */
final class ListenerEvent<K, V> extends CacheEntryEvent<K, V> {
    private static final long serialVersionUID = 1;

    private final transient EntryChange<K, V> entryChange;
    private final boolean oldValueRequired;
    private transient @Nullable V value;
    private transient @Nullable V oldValue;

    ListenerEvent(Cache<K, V> cache, EntryChange<K, V> entryChange, boolean oldValueRequired) {
        super(cache, entryChange.type());
        this.entryChange = entryChange;
        this.oldValueRequired = oldValueRequired;
    }

    @Override
    public K getKey() {
        return entryChange.key();
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 gives null where no value is available
    public V getValue() {
        if (isRemovedOrExpired()) {
            return getOldValue();
        }
        if (value == null) {
            value = entryChange.value().get();
        }
        return value;
    }

    @Override
    @SuppressWarnings("NullAway")
    public V getOldValue() {
        Supplier<V> old = oldValueRequired ? entryChange.oldValue() : null;
        if (oldValue == null && old != null) {
            oldValue = old.get();
        }
        return oldValue;
    }

    @Override
    public boolean isOldValueAvailable() {
        return oldValueRequired && entryChange.oldValue() != null;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }

    private boolean isRemovedOrExpired() {
        return getEventType() == EventType.REMOVED || getEventType() == EventType.EXPIRED;
    }

    /** The event type, the key and the cache, for messages. */
    @Override
    public String toString() {
        return getEventType() + " '" + getKey() + "' in cache '" + getSource().getName() + "'";
    }
}
