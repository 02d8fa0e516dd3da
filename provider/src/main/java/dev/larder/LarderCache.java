package dev.larder;

import javax.cache.Cache;

/**
 * A cache of Larder: the standard's {@link Cache}, reached by {@code cache.unwrap(LarderCache.class)}.
 * What Larder offers beyond the standard is added here.
 */
public interface LarderCache<K, V> extends Cache<K, V> {

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
