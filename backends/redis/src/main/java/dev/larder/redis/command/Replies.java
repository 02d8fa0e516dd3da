package dev.larder.redis.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Casts raw answers and rejects those of an unexpected type. */
public final class Replies {
    private Replies() {}

    public static List<?> list(@Nullable Object answer) {
        if (answer instanceof List<?> list) {
            return list;
        }
        throw new RedisFailure("Redis sent a reply of another type than its documentation says", null);
    }

    public static byte[] bytes(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return bytes;
        }
        throw new RedisFailure("Redis sent a reply of another type than its documentation says", null);
    }
}
