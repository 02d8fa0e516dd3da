package dev.larder.internal.event;

import java.util.function.Supplier;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an entry. The suppliers give a separate instance at each call, unless values are immutable or kept
 * by reference. So no listener sees what another listener, or the application, does to its value.
 *
 * @param value the new value; for a removed or expired entry, the value it had
 * @param oldValue the value before; null for a created entry
 */
public record EntryChange<K, V>(
        EventType type, K key, Supplier<V> value, @Nullable Supplier<V> oldValue) {}
