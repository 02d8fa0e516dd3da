package dev.larder.redis;

import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * What a client does for us: carries commands, once. A command is sent a second time only where the server
 * said that it had not carried it out, or where it changes nothing. Failures are the client's exceptions.
 */
interface Line {

    /** The answer to one command: one round trip. */
    @Nullable
    Object send(Request request);

    /** The answers to several commands, in order: one round trip for each server concerned. */
    List<@Nullable Object> sendAll(List<Request> requests);

    /** Sends without waiting for answers in between; whoever asks a response gets its answer or its failure. */
    static List<Response<Object>> pipelined(UnifiedJedis client, List<Request> requests) {
        List<Response<Object>> responses;
        try (AbstractPipeline pipeline = client.pipelined()) {
            responses = requests.stream()
                    .map(Request::arguments)
                    .<Response<Object>>map(pipeline::sendCommand)
                    .toList();
        }
        return responses;
    }

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
