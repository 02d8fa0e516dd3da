package dev.larder.internal.event;

import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry, with all that is known of it.
 *
 * @param value the new value; for what was removed or has expired, the value that went
 * @param oldValue the value before; null for what was created
 */
public record Happening<K, V>(
        EventType type, K key, V value, @Nullable V oldValue) {}
