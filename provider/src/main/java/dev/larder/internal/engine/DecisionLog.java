package dev.larder.internal.engine;

import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs at debug level, as {@code dev.larder.decisions}, what each operation found: a hit, a miss, or an entry that has
 * expired, is tag-dead or cannot be decoded. Where that level is off, it costs one check of the level.
 */
final class DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.larder.decisions");

    private final String cache;
    private final StoreAdapter<?, ?> storeAdapter;

    DecisionLog(String cache, StoreAdapter<?, ?> storeAdapter) {
        this.cache = cache;
        this.storeAdapter = storeAdapter;
    }

    void hit(Object key) {
        LOG.debug("cache '{}', key '{}': hit", cache, key);
    }

    void found(Object key, @Nullable Stored entry, boolean live, boolean fresh) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("cache '{}', key '{}': {}", cache, key, nameOf(entry, live, fresh));
        }
    }

    String nameOf(@Nullable Stored entry, boolean live, boolean fresh) {
        if (entry == null) {
            return "miss";
        }
        if (live) {
            return "hit";
        }
        return storeAdapter.isTagDead(entry) ? "tag-dead" : fresh ? "undecodable" : "expired";
    }
}
