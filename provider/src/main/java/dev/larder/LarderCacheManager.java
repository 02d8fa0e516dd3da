package dev.larder;

import java.util.Set;
import javax.cache.CacheManager;

/**
 * A manager of Larder: the standard's {@link CacheManager}, reached by {@code
 * manager.unwrap(LarderCacheManager.class)}.
 */
public interface LarderCacheManager extends CacheManager {
    /** {@link LarderCache#invalidateTags}, which acts on all caches of the manager too. */
    void invalidateTags(Set<String> tags);
}
