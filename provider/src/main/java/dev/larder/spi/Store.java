package dev.larder.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one cache in a backend. Thread-safe; no method calls user code.
 *
 * <p>The central method is {@link #exchange}, which behaves as {@code VarHandle.compareAndExchange}. A store may drop
 * entries at any time (bounds, eviction, a lost server). It never returns an entry that was not the current one at some
 * moment of the call. It never deletes an entry because of its {@link Stored#expiry()} while that is in the future.
 *
 * @param <K> {@code Object} or {@link ByteKey}
 * @param <E> {@link ObjectEntry} or {@link ByteEntry}
 */
public sealed interface Store<K, E extends Stored> permits ObjectStore, ByteStore {

    /** The entry at {@code key}, expired or not; null if there is none. One round trip. */
    @Nullable
    E read(K key);

    /**
     * The entries at {@code keys}, in their order, null where there is none. On a remote store the number of round
     * trips does not grow with the number of keys.
     */
    default List<@Nullable E> readAll(List<K> keys) {
        List<@Nullable E> entries = new ArrayList<>(keys.size());
        for (K key : keys) {
            entries.add(read(key));
        }
        return entries;
    }

    /**
     * Atomically replaces the entry at {@code key} by {@code next} if it is still {@code expected}. One round trip.
     *
     * @param expected an entry that this store returned, or null for «no entry»
     * @param next the new entry, or null to remove it; not both null
     * @return the witness: {@code expected} itself (the same object) if the exchange succeeded, otherwise the entry
     *     that was found, null if there was none
     */
    @Nullable
    E exchange(K key, @Nullable E expected, @Nullable E next);

    /** {@link #exchange} for each, in order, each atomic by itself. Returns the witnesses in order. */
    default List<@Nullable E> exchangeAll(List<Exchange<K, E>> exchanges) {
        List<@Nullable E> witnesses = new ArrayList<>(exchanges.size());
        for (Exchange<K, E> each : exchanges) {
            witnesses.add(exchange(each.key(), each.expected(), each.next()));
        }
        return witnesses;
    }

    /**
     * Puts {@code next} at {@code key} (or removes, if null) whatever is there, and returns the previous entry. One
     * round trip. Called only if the store has {@link Ability#SWAP}.
     */
    default @Nullable E swap(K key, @Nullable E next) {
        throw new IllegalStateException("this store does not state the ability " + Ability.SWAP);
    }

    /** Puts {@code next} at {@code key} whatever is there. Called only with {@link Ability#READ_FREE_PUT}. */
    default void put(K key, E next) {
        throw new IllegalStateException("this store does not state the ability " + Ability.READ_FREE_PUT);
    }

    /** {@link #put} for each, in no order. Called only with {@link Ability#READ_FREE_PUT}. */
    default void putAll(Map<K, E> entries) {
        entries.forEach(this::put);
    }

    /** Removes every entry of this cache, and of no other. */
    void clear();

    /**
     * {@link #clear} for a cache that is not expected to return. The store may also drop what it keeps beside the
     * entries. {@link #close} follows. A cache created again under the same name is empty.
     */
    default void destroy() {
        clear();
    }

    /**
     * Iterates over all entries, expired ones too. Weakly consistent: an entry that is present throughout is returned
     * exactly once. On a remote store memory use is bounded. {@code remove} is not called.
     */
    Iterator<Map.Entry<K, E>> iterator();

    /** What this store can do beyond the methods that every store has. Constant. */
    Set<Ability> abilities();

    /** The number of entries that this store has evicted since it was opened, as far as it knows. */
    default long evictions() {
        return 0;
    }

    /** The native object behind this store if it is of that type, else null. */
    default <T> @Nullable T unwrap(Class<T> type) {
        return null;
    }

    /** Releases what this store holds in this JVM. Entries in a file or on a server stay. Idempotent. */
    void close();
}
