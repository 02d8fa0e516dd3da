package dev.larder.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of one cache live. Safe for any number of threads; no method calls user code.
 *
 * <p>The heart is {@link #exchange}, which behaves as {@code VarHandle.compareAndExchange}. A store
 * may drop entries whenever it likes (bounds, eviction, a lost server) but never gives an entry that
 * was not the current one at some moment of the call, and never deletes because of {@link
 * Stored#expiry()} while that lies in the future.
 *
 * @param <K> {@code Object} or {@link ByteKey}
 * @param <E> {@link ObjectEntry} or {@link ByteEntry}
 */
public sealed interface Store<K, E extends Stored> permits ObjectStore, ByteStore {

    /** The entry at {@code key}, expired or not; null if there is none. One round trip. */
    @Nullable
    E read(K key);

    /**
     * The entries at {@code keys}, in their order, null where there is none. A remote store spends a
     * number of round trips that does not grow with the number of keys.
     */
    default List<@Nullable E> readAll(List<K> keys) {
        List<@Nullable E> entries = new ArrayList<>(keys.size());
        for (K key : keys) {
            entries.add(read(key));
        }
        return entries;
    }

    /**
     * Replaces the entry at {@code key} by {@code next} if it still is {@code expected}, atomically.
     * One round trip.
     *
     * @param expected an entry that this store gave, or null for «no entry»
     * @param next the new entry, or null to remove; not both null
     * @return the witness: {@code expected} itself (the very object) if the exchange took place,
     *     otherwise the entry that was found instead, null if none was
     */
    @Nullable
    E exchange(K key, @Nullable E expected, @Nullable E next);

    /** {@link #exchange} for each, in order; each atomic by itself. The witnesses, in order. */
    default List<@Nullable E> exchangeAll(List<Exchange<K, E>> exchanges) {
        List<@Nullable E> witnesses = new ArrayList<>(exchanges.size());
        for (Exchange<K, E> each : exchanges) {
            witnesses.add(exchange(each.key(), each.expected(), each.next()));
        }
        return witnesses;
    }

    /**
     * Puts {@code next} at {@code key} (or removes, if null) whatever was there, and gives what was
     * there. One round trip. Called only where {@link Ability#SWAP} is stated.
     */
    default @Nullable E swap(K key, @Nullable E next) {
        throw new IllegalStateException("this store does not state the ability SWAP");
    }

    /** Puts {@code next} at {@code key} whatever was there. Only with {@link Ability#BLIND_PUT}. */
    default void put(K key, E next) {
        throw new IllegalStateException("this store does not state the ability BLIND_PUT");
    }

    /** {@link #put} for each, in no order. Only with {@link Ability#BLIND_PUT}. */
    default void putAll(Map<K, E> entries) {
        entries.forEach(this::put);
    }

    /** Forgets every entry of this cache, and of no other. */
    void clear();

    /**
     * {@link #clear}, of a cache that is not expected to come back: what a store keeps for it beside its entries may go
     * too. {@link #close} follows. A cache that is made anew by the same name is empty.
     */
    default void destroy() {
        clear();
    }

    /**
     * All entries, expired ones too, weakly consistent: an entry that is there throughout is given
     * exactly once. Memory is bounded where the store is remote. {@code remove} is not called.
     */
    Iterator<Map.Entry<K, E>> iterator();

    /** What this store can do beyond the verbs that all can. Constant. */
    Set<Ability> abilities();

    /** How many entries this store has dropped for want of room since it was opened, as far as it knows. */
    default long evictions() {
        return 0;
    }

    /** The native object behind this store if it is of that type, else null. */
    default <T> @Nullable T unwrap(Class<T> type) {
        return null;
    }

    /** Frees what this store holds in this JVM; entries in a file or on a server stay. Idempotent. */
    void close();
}
