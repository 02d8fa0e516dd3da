package dev.larder.contract.model;

import java.util.Objects;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * An event as a listener gets it.
 *
 * @param value null for a removal or an expiry if the cache does not report the value
 * @param old null if there was no value or the cache does not report it
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

    /** Whether this event, as a listener got it, is the one that the model expects. */
    boolean matches(Event expected, boolean oldValueRequired) {
        return type == expected.type
                && key.equals(expected.key)
                && (expected.old == null ? old == null : expected.old.equals(old) || (old == null && !oldValueRequired))
                && valueMatches(expected);
    }

    // For a removal or an expiry the cache may report the old value as value too, or neither of them.
    private boolean valueMatches(Event expected) {
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
