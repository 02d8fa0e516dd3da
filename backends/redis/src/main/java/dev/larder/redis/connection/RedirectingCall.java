package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** One command in a cluster. It follows redirections from node to node. Used once, by one thread. */
final class RedirectingCall {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final ClusterTransport transport;
    private final Request request;
    private final long deadline;
    private Request current;
    private @Nullable String node;
    private boolean asking;
    private boolean repeated;

    /**
     * @param deadline in nanoseconds, on the scale of {@code System.nanoTime()}
     */
    RedirectingCall(ClusterTransport line, Request request, long deadline) {
        this.transport = line;
        this.request = request;
        this.deadline = deadline;
        this.current = request;
    }

    @Nullable
    Object run() {
        while (true) {
            try {
                return node == null
                        ? transport.onNode(request.slot(), this::exchange)
                        : transport.onNode(node, this::exchange);
            } catch (JedisDataException refused) {
                redirect(refused);
            } catch (JedisConnectionException failure) {
                repeat(failure);
            }
        }
    }

    private @Nullable Object exchange(Connection connection) {
        if (!asking) {
            return transport.writeTimeouts().exchange(connection, current);
        }
        Object answer = transport
                .writeTimeouts()
                .exchange(connection, List.of(Requests.asking(), current))
                .get(1);
        if (answer instanceof JedisDataException refused) {
            throw refused;
        }
        return answer;
    }

    private void redirect(JedisDataException refused) {
        if (!ClusterTransport.wasNotExecuted(refused) || System.nanoTime() - deadline > 0) {
            throw refused;
        }
        if (refused instanceof JedisNoScriptException) {
            current = request.withScriptText();
        } else if (refused instanceof JedisRedirectionException redirection) {
            asking = redirection instanceof JedisAskDataException;
            node = redirection.getTargetNode().toString();
            if (!asking) {
                transport.refreshInBackground();
            }
        } else {
            node = null;
            asking = false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void repeat(JedisConnectionException failure) {
        if (repeated || !Transport.mayRepeat(request, failure)) {
            throw failure;
        }
        repeated = true;
        node = null;
        asking = false;
        transport.dropIdle();
    }
}
