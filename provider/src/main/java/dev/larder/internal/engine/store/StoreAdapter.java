package dev.larder.internal.engine.store;

import dev.larder.internal.engine.expiry.EntryValidity;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.StoredValues;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Ability;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store as the engine sees it. On one side are the cache's own keys and values, on the other what the store holds.
 * Copying (by value) and encoding (bytes) happen only here.
 */
public interface StoreAdapter<K, V> extends StoredValues<V>, EntryValidity {

    /** See {@link dev.larder.spi.Store#read}. */
    @Nullable
    Stored read(K key);

    /**
     * See {@link dev.larder.spi.ByteStore#read(List, ReadOptions)}.
     *
     * @param options without a tag query; with {@code touch} only if the store has {@link Ability#CHANGE_EXPIRY}
     */
    @Nullable
    Stored read(K key, ReadOptions options);

    /** {@link #read(Object, ReadOptions)} of each key. */
    List<@Nullable Stored> readAll(List<K> keys, ReadOptions options);

    /** {@link #readAll} for an update, and a tag snapshot if that takes no further round trip. */
    default TagSnapshotRead readWithTagSnapshot(List<K> keys) {
        return new TagSnapshotRead(readAll(keys, ReadOptions.FOR_UPDATE), null);
    }

    /**
     * Prepares an entry for storing: copies or encodes it. No round trip.
     *
     * @throws javax.cache.CacheException if it cannot be encoded; nothing has happened then
     */
    Stored prepare(K key, V value, long expiry);

    /**
     * {@link #prepare(Object, Object, long)} with tags and write options.
     *
     * @param stamps from the {@link dev.larder.internal.tag.Tags} that belong to this adapter; null for no tags
     */
    Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, EntryOptions entryOptions);

    /** The same entry with another expiry, ready to be stored. */
    Stored withExpiry(Stored entry, long expiry);

    /** See {@link dev.larder.spi.Store#exchange}; {@code next} was prepared by this adapter. */
    @Nullable
    Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next);

    /**
     * {@link #exchange(Object, Stored, Stored)} of a transition. Publishes its change event if the store supports that.
     */
    default @Nullable Stored exchange(Transition<K, V, ?> transition) {
        return exchange(transition.key(), transition.found(), transition.next());
    }

    /**
     * {@link #exchange(Transition)} of a transition that was planned without a read, on the assumption that there is no
     * entry. If the record is large, a read comes first. That costs a round trip if the assumption is right, and saves
     * sending the record if it is wrong.
     */
    default @Nullable Stored create(Transition<K, V, ?> transition) {
        return exchange(transition);
    }

    /**
     * Passes on the changes that other JVMs made to this cache's entries. Each is decoded when the supplier is called.
     * Does nothing if the store does not publish change events.
     */
    default void listen(Consumer<Supplier<ChangeEvent<K>>> listener) {}

    /** See {@link dev.larder.spi.Store#exchangeAll}. */
    List<@Nullable Stored> exchangeAll(List<Transition<K, V, ?>> transitions);

    /**
     * See {@link dev.larder.spi.Store#swap}.
     *
     * @param keepExpiry null if the new entry has its own expiry; only with {@link Ability#CHANGE_EXPIRY}
     */
    @Nullable
    Stored swap(K key, @Nullable Stored next, @Nullable KeepExpiry keepExpiry);

    /** See {@link dev.larder.spi.Store#put}; {@code keepExpiry} as for {@link #swap}. */
    void put(K key, Stored next, @Nullable KeepExpiry keepExpiry);

    /** See {@link dev.larder.spi.Store#putAll}; {@code keepExpiry} as for {@link #swap}. */
    void putAll(Map<K, Stored> entries, @Nullable KeepExpiry keepExpiry);

    /** See {@link dev.larder.spi.Store#iterator}; entries whose key cannot be read are skipped. */
    Iterator<Map.Entry<K, Stored>> iterator();

    /** {@link #iterator} for a caller that removes all entries: it removes those whose key cannot be read by itself. */
    default Iterator<Map.Entry<K, Stored>> removalIterator() {
        return iterator();
    }

    void clear();

    /** See {@link dev.larder.spi.Store#destroy}. */
    void destroy();

    boolean can(Ability ability);

    /** See {@link dev.larder.spi.ByteStore#mayHoldOwnLifetimes}. */
    boolean mayHoldOwnLifetimes();

    /** See {@link dev.larder.spi.ByteStore#announceOwnLifetimes}. */
    void announceOwnLifetimes();

    /** The load locks; null if no other JVM shares the store. */
    default @Nullable LoadLocks<K> loadLocks() {
        return null;
    }

    /** See {@link dev.larder.spi.ByteStore#keepExpired}. */
    default void keepExpired(BooleanSupplier wanted) {}

    /**
     * Whether stamps are checked in the round trip of a write, so that it can use the stamps that this JVM remembers.
     */
    boolean checksStamps();

    /**
     * Supplies the value of a readable entry, a separate instance at each call unless values are kept by reference. Any
     * thread may call it.
     */
    Supplier<V> valueSupplier(Stored entry);

    /** See {@link dev.larder.spi.Store#evictions}. */
    long evictions();

    <T> @Nullable T unwrap(Class<T> type);

    void close();
}
