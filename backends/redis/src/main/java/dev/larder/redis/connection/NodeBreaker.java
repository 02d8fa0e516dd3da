package dev.larder.redis.connection;

import dev.larder.spi.Breaker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The breaker of one server. It admits calls, records their outcome, and for a pause rejects calls to a server
 * that does not answer.
 */
public final class NodeBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(NodeBreaker.class);

    private final String address;
    private final Breaker breaker;

    /**
     * @param address the name of the server in messages
     */
    public NodeBreaker(String address, Breaker breaker) {
        this.address = address;
        this.breaker = breaker;
    }

    /** Makes a call unless the breaker is open. Any answer counts as a success, including an error of the server. */
    public <T> @Nullable T call(Supplier<@Nullable T> call) {
        checkAllowed();
        return callAdmitted(call);
    }

    /** Throws a {@code JedisConnectionException} if the breaker is open. */
    void checkAllowed() {
        if (!breaker.allows()) {
            throw openException();
        }
    }

    /** Whether a call would fail at once. */
    boolean isOpen() {
        return breaker.isOpen();
    }

    JedisConnectionException openException() {
        return new JedisConnectionException(
                address + " has not answered recently; no calls are sent to it for a moment");
    }

    /** Makes a call that {@link #checkAllowed} has admitted. */
    <T> @Nullable T callAdmitted(Supplier<@Nullable T> call) {
        try {
            T answer = call.get();
            recordSuccess();
            return answer;
        } catch (JedisDataException refused) {
            recordSuccess();
            throw refused;
        } catch (JedisException | IllegalStateException failure) {
            recordFailure(failure);
            throw failure;
        }
    }

    private void recordSuccess() {
        if (breaker.succeeded()) {
            LOG.info("Redis at {} answers again", address);
        }
    }

    /** Records that the server could not be reached. */
    void recordFailure(RuntimeException failure) {
        if (Transport.isTimeout(failure) ? breaker.timedOut() : breaker.failed()) {
            LOG.warn(
                    "Redis at {} does not answer; no calls are sent to it for a moment: {}",
                    address,
                    failure.toString());
        }
    }
}
