package dev.larder;

import java.util.Set;
import java.util.function.Function;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of Larder: a standard {@link Cache} with the operations that JSR-107 lacks. Obtained by
 * {@code cache.unwrap(LarderCache.class)}. Thread-safe.
 *
 * <p><b>Tags.</b> An entry may carry any number of tags, names for what its value was computed from.
 * {@link #invalidateTags} makes every entry with one of these tags absent: for all operations, in all caches of the
 * manager, in all JVMs on the same store. A read that begins after it has returned gets no older value. Its cost does
 * not depend on the number of entries. An invalidated entry fires no event. Its memory is freed when an operation finds
 * it.
 *
 * <p>Tags belong to a single write. A {@code put}, {@code replace}, … without options gives the entry only the tags
 * from the cache's {@link Tagger}.
 */
public interface LarderCache<K, V> extends Cache<K, V> {

    /**
     * {@link Cache#put} with tags, a lifetime, a validator or a lease. One round trip.
     *
     * @return false if a tag of the options' lease has been invalidated since the lease was taken: the value is then
     *     never served. Always true without a lease
     * @throws UnsupportedOperationException if there are tags and the store does not support them
     */
    boolean put(K key, V value, PutOptions options);

    /** {@link #put(Object, Object, PutOptions)} with this lease and its tags. */
    default boolean put(K key, V value, Lease lease) {
        return put(key, value, PutOptions.NONE.lease(lease));
    }

    /**
     * Takes a snapshot of tags before a value is computed: {@code lease(tags)}, compute,
     * {@code put(key, value, lease)}. If one of these tags is invalidated in between, the computed value may be
     * outdated and is never served. The same holds for tags that the put adds. A plain put with tags only guarantees
     * this for invalidations after the put. One round trip.
     *
     * @param tags may be empty if the tags are only known after the computation
     */
    Lease lease(Set<String> tags);

    /**
     * Makes every entry with one of these tags absent, in all caches of this manager and in all JVMs on the same store.
     * One round trip.
     *
     * @throws RuntimeException if the store did not confirm it: entries may be absent or not; call again
     */
    void invalidateTags(Set<String> tags);

    /**
     * Makes every entry absent whose key begins with this prefix and a separator. This affects all caches of the
     * manager whose tagger is {@link Taggers#prefixes}. One round trip.
     */
    default void invalidatePrefix(String prefix) {
        invalidateTags(Set.of(Taggers.prefix(prefix)));
    }

    /**
     * {@link Cache#get}, with the metadata of the entry: its tags and its expiry.
     *
     * @return null if there is no entry
     */
    @Nullable
    LarderEntry<K, V> entry(K key);

    /** {@link #getOrLoad(Object, Function, PutOptions)} without options: the cache's configuration decides. */
    default @Nullable V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader) {
        return getOrLoad(key, loader, PutOptions.NONE);
    }

    /**
     * {@link Cache#get} that loads a missing value by this function. If several threads of this JVM miss a key at once,
     * by this method or by read-through, one of them loads it. The others wait and share the outcome: a value, no
     * value, or the loader's failure. A tag snapshot is taken before the function is called. If a tag is invalidated
     * during the load, the caller still gets the value, but it is not served to other callers. The cache's writer is
     * not called, and no put is counted.
     *
     * <p>One round trip if the entry is present. If it is absent: two more, and one for the tag snapshot.
     * {@link LarderConfiguration#setLoadLease}, which also keeps other JVMs from loading the key, adds three more.
     *
     * @param loader may call caches; it returns null if there is no value, and then nothing is stored
     * @param options tags and lifetime of the loaded value
     * @return null if the loader returned null
     * @throws javax.cache.integration.CacheLoaderException if the loader throws
     */
    @Nullable
    V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options);

    /**
     * Calls the cache's {@code CacheLoader} now, whether or not there is an entry, and stores the result as a load. No
     * writer is called and no put is counted, but listeners get the event of a creation or an update. Callers that miss
     * the key meanwhile wait. If the loader returns null, an existing entry is removed. Two round trips.
     *
     * @return null if the loader returned null
     * @throws javax.cache.CacheException if there is no loader, or if it throws; the entry then stays as it was
     */
    @Nullable
    V refresh(K key);

    /**
     * Returns the entry even if it has expired and is in the cache's {@code grace}. The caller can ask the source
     * whether an expired value is still current, by the entry's {@link LarderEntry#validator}, and then {@link #extend}
     * it. This counts nothing, is no access and loads nothing. An entry with an invalidated tag is absent here too. One
     * round trip.
     *
     * @return null if there is no entry; its {@code expiresAt} may lie in the past
     */
    @Nullable
    LarderEntry<K, V> getStale(K key);

    /**
     * Gives the entry the lifetime of a new entry if its value, live or in grace, still equals this one. Tags and
     * validator are kept. Nothing is encoded or copied; it is no put and fires no event. Two round trips.
     *
     * @return false if there is no such entry
     */
    boolean extend(K key, V value);

    /**
     * Adds {@code delta} to the counter at {@code key}, atomically across all threads and JVMs. A key whose entry is
     * missing or expired counts as 0; the loader is not called. The value is a {@code Long}, {@code Integer},
     * {@code Short}, {@code Byte} or {@code BigInteger} and keeps its type. A new counter has the cache's value type,
     * or {@code Long} if that is a supertype of it. In all other respects (statistics, events, expiry, writer) this is
     * a {@code getAndPut}. Two round trips, and one more for each concurrent change of the entry.
     *
     * @return the counter after the addition
     * @throws ArithmeticException if the sum does not fit the value's type, or is a {@code BigInteger} that does not
     *     fit a {@code long}; nothing is changed
     * @throws javax.cache.CacheException if the value is not one of these number types
     */
    long increment(K key, long delta);

    /** The operations of this cache as stages. The call itself costs nothing. */
    AsyncCache<K, V> async();
}
