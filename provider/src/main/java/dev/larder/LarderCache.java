package dev.larder;

import java.util.Set;
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
     * {@link Cache#put}, with tags, a lifetime or a lease. One round trip.
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
