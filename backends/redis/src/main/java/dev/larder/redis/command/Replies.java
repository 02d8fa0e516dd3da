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
        throw new RedisFailure("Redis gave an answer of another kind than its documentation promises", null);
    }

    public static byte[] bytes(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return bytes;
        }
        throw new RedisFailure("Redis gave an answer of another kind than its documentation promises", null);
    }
}
