package dev.larder;

import javax.cache.CacheManager;

/**
 * A manager of Larder: the standard's {@link CacheManager}, reached by {@code
 * manager.unwrap(LarderCacheManager.class)}.
 */
public interface LarderCacheManager extends CacheManager {}
