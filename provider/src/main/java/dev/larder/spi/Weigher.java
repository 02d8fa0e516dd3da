package dev.larder.spi;

/**
 * Says what an entry of a heap cache weighs against the cache's {@code max-weight}, in any unit that
 * suits. Named in settings by its class, which is public and has a public constructor without
 * parameters. Called by any thread, once for each write, under no lock; if it throws, that write fails
 * and changes nothing.
 */
@FunctionalInterface
public interface Weigher {
    /**
     * The weight of an entry.
     *
     * @param key the key
     * @param value the value, itself and not a copy
     * @return zero or more; what weighs nothing is never evicted
     */
    int weigh(Object key, Object value);
}
