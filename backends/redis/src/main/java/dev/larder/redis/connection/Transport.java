package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Sends commands to servers, each of them once. A command is sent a second time only if the server said that it
 * did not execute it, or if the command changes nothing. Failures are the client's exceptions.
 */
public interface Transport {

    /** The answer to one command. One round trip. */
    @Nullable
    Object send(Request request);

    /**
     * The answers to several commands, in order. One round trip per server, in parallel.
     *
     * @param lenient whether the answers of failed servers are null if other servers answered
     */
    List<@Nullable Object> sendAll(List<Request> requests, boolean lenient);

    /** Releases the threads. */
    default void close() {}

    /** Whether a command may be sent again: it changes nothing, and the connection was dead rather than slow. */
    static boolean mayRepeat(Request request, JedisConnectionException failure) {
        return request.isReadOnly() && !isTimeout(failure);
    }

    /** Whether the server may still be executing the command. */
    static boolean isTimeout(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
