package dev.larder;

import java.util.Set;

/**
 * Gives entries their tags; see {@link LarderConfiguration#setTagger}. Called by any thread whenever a value is
 * about to be stored, by whatever operation, and again if the exchange is lost; quick, and without calling caches.
 */
@FunctionalInterface
public interface Tagger<K, V> {
    /**
     * The tags of an entry.
     *
     * @return never null, often empty; no tag is empty
     */
    Set<String> tags(K key, V value);
}
