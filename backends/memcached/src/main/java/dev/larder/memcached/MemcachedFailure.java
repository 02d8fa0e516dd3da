package dev.larder.memcached;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** A server did not do what it was asked: it is away, too slow, full, or refuses. The message never holds a password. */
public final class MemcachedFailure extends CacheException {
    private static final long serialVersionUID = 1L;

    public MemcachedFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
