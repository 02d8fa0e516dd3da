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

    private final ClusterTransport line;
    private final Request request;
    private final long deadline;
    private Request present;
    private @Nullable String node;
    private boolean asking;
    private boolean repeated;

    /**
     * @param deadline in nanoseconds, on the scale of {@code System.nanoTime()}
     */
    RedirectingCall(ClusterTransport line, Request request, long deadline) {
        this.line = line;
        this.request = request;
        this.deadline = deadline;
        this.present = request;
    }

    @Nullable
    Object run() {
        while (true) {
            try {
                return node == null ? line.at(request.slot(), this::carry) : line.at(node, this::carry);
            } catch (JedisDataException refused) {
                turn(refused);
            } catch (JedisConnectionException dead) {
                repeat(dead);
            }
        }
    }

    private @Nullable Object carry(Connection connection) {
        if (!asking) {
            return line.watch().exchange(connection, present);
        }
        Object answer = line.watch()
                .exchange(connection, List.of(Requests.asking(), present))
                .get(1);
        if (answer instanceof JedisDataException refused) {
            throw refused;
        }
        return answer;
    }

    private void turn(JedisDataException refused) {
        if (!ClusterTransport.wasNotDone(refused) || System.nanoTime() - deadline > 0) {
            throw refused;
        }
        if (refused instanceof JedisNoScriptException) {
            present = request.spelledOut();
        } else if (refused instanceof JedisRedirectionException redirection) {
            asking = redirection instanceof JedisAskDataException;
            node = redirection.getTargetNode().toString();
            if (!asking) {
                line.refresh();
            }
        } else {
            node = null;
            asking = false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void repeat(JedisConnectionException dead) {
        if (repeated || !Transport.mayRepeat(request, dead)) {
            throw dead;
        }
        repeated = true;
        node = null;
        asking = false;
        line.dropIdle();
    }
}
