package dev.larder.redis.command;

import dev.larder.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Redis did not carry out a command: it is unreachable, too slow, out of memory, or refuses. The message never
 * contains a password.
 */
public final class RedisFailure extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public RedisFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
