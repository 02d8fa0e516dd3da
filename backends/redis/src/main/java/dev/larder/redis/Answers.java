package dev.larder.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server's answers are taken for. */
final class Answers {
    private Answers() {}

    static List<?> list(@Nullable Object answer) {
        if (answer instanceof List<?> list) {
            return list;
        }
        throw new RedisFailure("Redis gave an answer of another kind than its documentation promises", null);
    }

    static byte[] bytes(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return bytes;
        }
        throw new RedisFailure("Redis gave an answer of another kind than its documentation promises", null);
    }
}
