package dev.larder.contract.model;

import java.util.Objects;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Something that listeners are told.
 *
 * @param value null where it was removed or expired and the cache does not say
 * @param old null where there was none or the cache does not say
 */
record Event(
        EventType type,
        String key,
        @Nullable Integer value,
        @Nullable Integer old) {

    static Event of(CacheEntryEvent<? extends String, ? extends Integer> event) {
        Integer old = event.isOldValueAvailable() ? event.getOldValue() : null;
        return new Event(event.getEventType(), event.getKey(), event.getValue(), old);
    }

    /** Whether this, as a listener got it, is what the model expects. */
    boolean isRight(Event expected, boolean oldValueRequired) {
        return type == expected.type
                && key.equals(expected.key)
                && (expected.old == null ? old == null : expected.old.equals(old) || (old == null && !oldValueRequired))
                && isValueRight(expected);
    }

    // Of what is gone, value and old value are one: both are there or neither.
    private boolean isValueRight(Event expected) {
        if (type == EventType.REMOVED || type == EventType.EXPIRED) {
            return Objects.equals(value, old);
        }
        return Objects.equals(value, expected.value);
    }

    @Override
    public String toString() {
        return type + " " + key + " " + old + "→" + value;
    }
}
