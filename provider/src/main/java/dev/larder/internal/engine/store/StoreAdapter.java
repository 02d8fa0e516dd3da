package dev.larder.internal.engine.store;

import dev.larder.internal.engine.load.LoadLocks;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.operation.WriteOptions;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Ability;
import dev.larder.spi.Stored;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store as the engine sees it: the cache's own keys and values on one side, whatever the store holds
 * on the other. Copying (by value) and encoding (bytes) stand here and nowhere else.
 */
public interface StoreAdapter<K, V> {

    /** See {@link dev.larder.spi.Store#read}. */
    @Nullable
    Stored read(K key);

    /** See {@link dev.larder.spi.Store#readAll}. */
    List<@Nullable Stored> readAll(List<K> keys);

    /** {@link #readAll}, and a look at the tags if that takes no further round trip. */
    default TagSnapshotRead readSighted(List<K> keys) {
        return new TagSnapshotRead(readAll(keys), null);
    }

    /**
     * Makes an entry ready to be stored: copies or encodes it.
     *
     * @throws javax.cache.CacheException if it cannot be encoded; nothing has happened then
     */
    Stored prepare(K key, V value, long expiry);

    /**
     * The same, bearing tags, and stored on terms of its own.
     *
     * @param stamps of the kind that this shelf's {@link dev.larder.internal.tag.Tags} gives
     */
    Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, WriteOptions writeOptions);

    /** The same entry with another expiry, ready to be stored. */
    Stored withExpiry(Stored entry, long expiry);

    /** See {@link dev.larder.spi.Store#exchange}; {@code next} comes from this shelf. */
    @Nullable
    Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next);

    /** {@link #exchange(Object, Stored, Stored)} as a turn has it, and what it did is told to whoever the store tells. */
    default @Nullable Stored exchange(Transition<K, V, ?> transition) {
        return exchange(transition.key(), transition.found(), transition.next());
    }

    /**
     * {@link #exchange(Turn)} of a turn that was planned without a look, on the guess that nothing is there. If what it
     * would send is large, a look comes first: a trip more where the guess is right, a long way to carry it less where it
     * is wrong.
     */
    default @Nullable Stored create(Transition<K, V, ?> transition) {
        return exchange(transition);
    }

    /** Has what others did to this cache's entries handed over, to be decoded when asked for; does nothing if the store does not tell. */
    default void listen(Consumer<Supplier<ChangeEvent<K>>> ear) {}

    /** See {@link dev.larder.spi.Store#exchangeAll}. */
    List<@Nullable Stored> exchangeAll(List<Transition<K, V, ?>> turns);

    /** See {@link dev.larder.spi.Store#swap}. */
    @Nullable
    Stored swap(K key, @Nullable Stored next);

    /** See {@link dev.larder.spi.Store#put}. */
    void put(K key, Stored next);

    /** See {@link dev.larder.spi.Store#putAll}. */
    void putAll(Map<K, Stored> entries);

    /** See {@link dev.larder.spi.Store#iterator}; entries whose key cannot be read are passed over. */
    Iterator<Map.Entry<K, Stored>> iterator();

    /** {@link #iterator} of somebody who removes all: entries whose key cannot be read are removed on its way. */
    default Iterator<Map.Entry<K, Stored>> emptying() {
        return iterator();
    }

    void clear();

    /** See {@link dev.larder.spi.Store#destroy}. */
    void destroy();

    boolean can(Ability ability);

    /** The verbs that change lifetimes on the way; null if the store has none. */
    default @Nullable ExpiringStoreAdapter<K> timed() {
        return null;
    }

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    boolean mayHoldOwnLifetimes();

    /** See {@link dev.larder.spi.ByteStore#announceOwnLifetimes}. */
    void announceOwnLifetimes();

    /** The leases of loads; null where no other JVM is to be kept from loading. */
    default @Nullable LoadLocks<K> loadLeases() {
        return null;
    }

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    default void keepExpired(BooleanSupplier wanted) {}

    /** Whether stamps are checked in the round trip of a write, so that it can be done with those remembered. */
    boolean checksStamps();

    /** Whether a tag of an entry has moved since it was stamped; for bytes, as of the call that read or wrote it. */
    boolean isTagDead(Stored entry);

    /** Whether an entry can be read at all: bytes may be corrupt, or of a class that has changed. */
    boolean isReadable(Stored entry);

    /** The value of a readable entry, for the user's hands: his own copy if kept by value. */
    V value(Stored entry);

    /** Gives, at each call and in any thread, a readable entry's value that is in nobody else's hands. */
    Supplier<V> values(Stored entry);

    /** Whether a readable entry's value equals this one. */
    boolean holds(Stored entry, V value);

    /** See {@link dev.larder.spi.Store#evictions}. */
    long evictions();

    <T> @Nullable T unwrap(Class<T> type);

    void close();
}
