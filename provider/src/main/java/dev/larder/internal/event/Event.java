package dev.larder.internal.event;

import dev.larder.internal.Unwrapping;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** A happening as one listener may see it: with the old value only if it asked for that. */
final class Event<K, V> extends CacheEntryEvent<K, V> {
    private static final long serialVersionUID = 1;

    private final transient Happening<K, V> happening;
    private final boolean oldValueRequired;
    private transient @Nullable V value;
    private transient @Nullable V oldValue;

    Event(Cache<K, V> cache, Happening<K, V> happening, boolean oldValueRequired) {
        super(cache, happening.type());
        this.happening = happening;
        this.oldValueRequired = oldValueRequired;
    }

    @Override
    public K getKey() {
        return happening.key();
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 gives null where no value is available
    public V getValue() {
        if (isGone()) {
            return getOldValue();
        }
        if (value == null) {
            value = happening.value().get();
        }
        return value;
    }

    @Override
    @SuppressWarnings("NullAway")
    public V getOldValue() {
        Supplier<V> old = oldValueRequired ? happening.oldValue() : null;
        if (oldValue == null && old != null) {
            oldValue = old.get();
        }
        return oldValue;
    }

    @Override
    public boolean isOldValueAvailable() {
        return oldValueRequired && happening.oldValue() != null;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }

    private boolean isGone() {
        return getEventType() == EventType.REMOVED || getEventType() == EventType.EXPIRED;
    }

    /** What happened, in a line. */
    @Override
    public String toString() {
        return getEventType() + " '" + getKey() + "' in cache '" + getSource().getName() + "'";
    }
}
