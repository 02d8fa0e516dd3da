package dev.larder.redis.connection;

import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Turns what Jedis throws over a malformed answer into the failure of the connection. Jedis trusts the sizes and the
 * nesting that an answer claims.
 */
final class AnswerErrors {
    private AnswerErrors() {}

    /**
     * Runs code of Jedis that reads answers.
     *
     * @throws JedisConnectionException if an answer cannot be read
     */
    static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (JedisException known) {
            throw known;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError malformed) {
            // Errors too: the answer claims its size, and the caller's own stack was checked before the call.
            throw new JedisConnectionException("a reply cannot be read: " + malformed, malformed);
        }
    }
}
