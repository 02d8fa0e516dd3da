package dev.larder.internal.event;

import java.util.function.Supplier;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry, with all that is known of it. The suppliers give another instance at each call, unless values
 * are immutable or kept by reference: no listener sees what another one, or the application, does to its value.
 *
 * @param value the new value; for what was removed or has expired, the value that went
 * @param oldValue the value before; null for what was created
 */
public record EntryChange<K, V>(
        EventType type, K key, Supplier<V> value, @Nullable Supplier<V> oldValue) {}
