package dev.larder;

import javax.cache.Cache;

/**
 * A cache of Larder: the standard's {@link Cache}, reached by {@code cache.unwrap(LarderCache.class)}.
 * What Larder offers beyond the standard is added here.
 */
public interface LarderCache<K, V> extends Cache<K, V> {}
