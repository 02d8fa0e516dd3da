package dev.larder.redis;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Redis did not do what it was asked: it is away, too slow, full, or refuses. The message never holds a password. */
public final class RedisFailure extends CacheException {
    private static final long serialVersionUID = 1L;

    public RedisFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
