package dev.larder;

import java.util.Set;
import javax.cache.CacheManager;

/**
 * A cache manager of Larder: a standard {@link CacheManager}, obtained by
 * {@code manager.unwrap(LarderCacheManager.class)}.
 */
public interface LarderCacheManager extends CacheManager {
    /** {@link LarderCache#invalidateTags}, which affects all caches of the manager too. */
    void invalidateTags(Set<String> tags);
}
