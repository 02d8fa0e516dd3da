package dev.larder;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * A store on a server did not carry out an operation: the server is unreachable, too slow, out of memory, or refuses.
 * The operation may or may not have taken effect. The message names the cache and the server, and never contains a
 * password.
 */
public class StoreUnavailableException extends CacheException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
