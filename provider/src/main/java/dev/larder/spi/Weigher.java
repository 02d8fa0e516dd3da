package dev.larder.spi;

/**
 * Computes the weight of an entry of a heap cache, for the cache's {@code max-weight}, in any unit. Settings name it by
 * its class, which must be public and have a public constructor without parameters. Called by any thread, once for each
 * write, under no lock. If it throws, that write fails and changes nothing.
 */
@FunctionalInterface
public interface Weigher {
    /**
     * The weight of an entry.
     *
     * @param key the key
     * @param value the value itself, not a copy
     * @return zero or more; an entry of weight zero is never evicted
     */
    int weigh(Object key, Object value);
}
