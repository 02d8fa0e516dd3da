package dev.larder.redis.connection;

import dev.larder.spi.Breaker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Stands before one server: lets calls through, notes how they end, and for a while lets none through to a dead one. */
public final class NodeBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(NodeBreaker.class);

    private final String address;
    private final Breaker breaker;

    /**
     * @param address what to call the server in messages
     */
    public NodeBreaker(String address, Breaker breaker) {
        this.address = address;
        this.breaker = breaker;
    }

    /** Makes a call, unless the server is left alone; any answer, be it an error, shows that it lives. */
    public <T> @Nullable T call(Supplier<@Nullable T> call) {
        enter();
        return accompanied(call);
    }

    /** Throws a {@code JedisConnectionException} if the server is left alone. */
    void enter() {
        if (!breaker.allows()) {
            throw leftAlone();
        }
    }

    /** Whether a call would fail at once. */
    boolean isShut() {
        return breaker.isShut();
    }

    JedisConnectionException leftAlone() {
        return new JedisConnectionException(address + " has not answered of late and is left alone for a moment");
    }

    /** Makes a call that has been let through. */
    <T> @Nullable T accompanied(Supplier<@Nullable T> call) {
        try {
            T answer = call.get();
            answered();
            return answer;
        } catch (JedisDataException refused) {
            answered();
            throw refused;
        } catch (JedisException | IllegalStateException away) {
            failed(away);
            throw away;
        }
    }

    private void answered() {
        if (breaker.succeeded()) {
            LOG.info("Redis at {} answers again", address);
        }
    }

    /** Notes that the server could not be reached. */
    void failed(RuntimeException away) {
        if (Transport.isTimeout(away) ? breaker.timedOut() : breaker.failed()) {
            LOG.warn("Redis at {} does not answer and is left alone for a moment: {}", address, away.toString());
        }
    }
}
