package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entry of one key as an operation sees it: live or absent, never expired.
 *
 * @param live null if absent
 * @param loads gives the loader's value for a key, null if it has none or there is no read-through
 */
public record Current<K, V>(K key, @Nullable Stored live, Shelf<K, V> shelf, Function<K, @Nullable V> loads) {

    boolean isPresent() {
        return live != null;
    }

    /** The value for the caller's hands: his own copy if the cache keeps by value; null if absent. */
    @Nullable
    V value() {
        return live == null ? null : shelf.value(live);
    }

    /** Whether the entry is present with a value equal to this one. */
    boolean holds(V value) {
        return live != null && shelf.holds(live, value);
    }

    /** What the loader gives for this key; user code. */
    @Nullable
    V load() {
        return loads.apply(key);
    }

    Presence presence() {
        return live == null ? Presence.MISS : Presence.HIT;
    }
}
