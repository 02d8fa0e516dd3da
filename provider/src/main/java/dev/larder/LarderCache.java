package dev.larder;

import java.util.Set;
import java.util.function.Function;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A cache of Larder: the standard's {@link Cache}, reached by {@code cache.unwrap(LarderCache.class)}, with what the
 * standard lacks.
 *
 * <p><b>Tags.</b> An entry may bear any number of tags, names for what its value was made of. {@link
 * #invalidateTags} makes every entry that bears one of them absent: to all operations, in all caches of the
 * manager, in all JVMs on the same store. No read that begins after it has returned gives an older value. Its cost
 * does not depend on how many entries there are. Such an entry is no event, and its memory is freed by whoever meets it.
 *
 * <p>Tags belong to one writing: a {@code put}, {@code replace}, … without options leaves the entry with those tags alone
 * that the cache's {@link Tagger} gives.
 */
public interface LarderCache<K, V> extends Cache<K, V> {

    /**
     * {@link Cache#put}, with tags, a lifetime, a validator or a lease. One round trip.
     *
     * @return false if a tag of the options' lease has been invalidated since it was taken: then the value is not
     *     served to anybody. Without a lease always true
     * @throws UnsupportedOperationException if there are tags and the store knows none
     */
    boolean put(K key, V value, PutOptions options);

    /** {@link #put(Object, Object, PutOptions)} with this lease and its tags. */
    default boolean put(K key, V value, Lease lease) {
        return put(key, value, PutOptions.NONE.lease(lease));
    }

    /**
     * Looks at tags before a value is computed: {@code lease(tags)}, compute, {@code put(key, value, lease)}. If any of
     * the tags is invalidated in between, or one that the put adds, then the value, which may be made of what was there
     * before, is never served. (A plain put with tags promises that for invalidations after the put alone.) One round trip.
     *
     * @param tags may be empty, if they are known only afterwards
     */
    Lease lease(Set<String> tags);

    /**
     * Makes every entry that bears one of these tags absent, in this manager's caches and in all JVMs on the same
     * store. One round trip.
     *
     * @throws RuntimeException if the store did not confirm it: then entries may be absent or not; call again
     */
    void invalidateTags(Set<String> tags);

    /**
     * Makes every entry absent whose key begins with this prefix and a separator, where the cache's tagger is {@link
     * Taggers#prefixes}; in all caches of the manager that have it. One round trip.
     */
    default void invalidatePrefix(String prefix) {
        invalidateTags(Set.of(Taggers.prefix(prefix)));
    }

    /**
     * {@link Cache#get}, with what is known of the entry: its tags, when it expires.
     *
     * @return null if there is none
     */
    @Nullable
    LarderEntry<K, V> entry(K key);

    /** {@link #getOrLoad(Object, Function, PutOptions)} with nothing but what the cache's configuration says. */
    default @Nullable V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader) {
        return getOrLoad(key, loader, PutOptions.NONE);
    }

    /**
     * {@link Cache#get}, and what is missing comes from this function. Of the threads of this JVM that miss a key at
     * once, by this method or by reading through, one loads it; the others wait and share the outcome, also that there is
     * nothing or that the loader failed. The tags are looked at before the function is called: if one is invalidated
     * meanwhile, the caller still gets the value, and nobody else. The cache's writer is not told, and no put counted.
     * One round trip if the entry is there; without it two more, and one for a look at tags; with {@link
     * LarderConfiguration#setLoadLease}, which keeps other JVMs from loading the key too, three more.
     *
     * @param loader may call caches; null from it means that there is no such value, and nothing is stored
     * @param options tags and lifetime for what is loaded
     * @return null if the loader has none
     * @throws javax.cache.integration.CacheLoaderException if the loader throws
     */
    @Nullable
    V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options);

    /**
     * Asks the cache's {@code CacheLoader} now, whatever is there, and stores what it gives, as a load: no writer, no put,
     * but the events of a creation or update. Who misses the key meanwhile waits. An entry of which the loader has
     * nothing any more is removed. Two round trips.
     *
     * @return null if the loader has none
     * @throws javax.cache.CacheException if there is no loader, or if it throws; then the entry stays as it was
     */
    @Nullable
    V refresh(K key);

    /**
     * The entry, also if it has expired and is in the cache's {@code grace}. Whoever finds it expired can ask the source
     * whether it still holds, by an ETag or a time stamp that the entry bears ({@link LarderEntry#validator}), and {@link #extend} it. Counts nothing, is no access,
     * loads nothing; an entry with an invalidated tag is absent here too. One round trip.
     *
     * @return null if there is none; its {@code expiresAt} may lie in the past
     */
    @Nullable
    LarderEntry<K, V> getStale(K key);

    /**
     * Gives the entry the lifetime of a new one if its value, live or in grace, still equals this one; with its tags and its validator; nothing is encoded
     * or copied, and it is neither event nor put. Two round trips.
     *
     * @return false if there is no such entry
     */
    boolean extend(K key, V value);

    /**
     * Adds {@code delta} to the counter at {@code key}, atomically with regard to all threads and JVMs; a key without
     * an entry, or with one that has expired, counts as 0, whatever a loader would give. The value is a {@code Long},
     * {@code Integer}, {@code Short}, {@code Byte} or {@code BigInteger} and keeps its type; a new one is of the
     * cache's value type, {@code Long} if that allows it. In everything else this is a {@code getAndPut}: for
     * statistics, events, expiry and the writer. Two round trips, one more for each time that somebody else was faster.
     *
     * @return the counter afterwards; of a {@code BigInteger} the low 64 bits
     * @throws ArithmeticException if the sum does not fit the value's type; nothing is changed
     * @throws javax.cache.CacheException if the value is no such number
     */
    long increment(K key, long delta);

    /** The operations of this cache as stages; costs nothing to ask for. */
    AsyncCache<K, V> async();
}
