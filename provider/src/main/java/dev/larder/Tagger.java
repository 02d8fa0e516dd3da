package dev.larder;

import java.util.Set;

/**
 * Computes the tags of entries; see {@link LarderConfiguration#setTagger}. Called by any thread before any operation
 * stores a value, and again if the exchange fails because the entry changed. It must be quick and must not call caches.
 */
@FunctionalInterface
public interface Tagger<K, V> {
    /**
     * The tags of an entry.
     *
     * @return never null, may be empty; no tag may be the empty string
     */
    Set<String> tags(K key, V value);
}
