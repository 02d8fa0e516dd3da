package dev.larder.memcached.protocol;

import dev.larder.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A server did not carry out a command: it is unreachable, too slow, out of memory, or refuses. The message never
 * contains a password.
 */
public final class MemcachedFailure extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public MemcachedFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
