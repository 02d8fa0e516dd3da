package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * What a client does for us: carries commands, once. A command is sent a second time only where the server
 * said that it had not carried it out, or where it changes nothing. Failures are the client's exceptions.
 */
public interface Transport {

    /** The answer to one command: one round trip. */
    @Nullable
    Object send(Request request);

    /**
     * The answers to several commands, in order: one round trip for each server concerned, at the same time.
     *
     * @param lenient whether null shall stand for the answers of servers that failed, if others did not
     */
    List<@Nullable Object> sendAll(List<Request> requests, boolean lenient);

    /** Lets go of its threads. */
    default void end() {}

    /** Whether a dead connection was all that stood in the way of a command that does no harm if sent again. */
    static boolean mayRepeat(Request request, JedisConnectionException dead) {
        return request.isHarmless() && !isTimeout(dead);
    }

    /** Whether the server may still be at work on what it was sent. */
    static boolean isTimeout(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
