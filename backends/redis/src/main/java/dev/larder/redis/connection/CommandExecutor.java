package dev.larder.redis.connection;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import dev.larder.spi.Breaker;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Sends commands to the server and returns the raw answers: {@code byte[]}, {@code Long}, lists of them, or null.
 * A failed call throws a {@link RedisFailure}. Thread-safe.
 */
public final class CommandExecutor implements Commands, AutoCloseable {
    private final String address;
    private final ClientHolder clientHolder;
    private final Timeouts timeouts;
    private final Executor executor;
    private final NodeBreaker nodeBreaker;
    private volatile @Nullable Transport transport;

    /**
     * @param address the name of the servers in messages
     * @param executor runs background tasks for a cluster
     */
    public CommandExecutor(String address, ClientHolder clientHolder, Timeouts timeouts, Executor executor) {
        this.address = address;
        this.clientHolder = clientHolder;
        this.timeouts = timeouts;
        this.executor = executor;
        this.nodeBreaker = new NodeBreaker(address, breaker());
    }

    private Breaker breaker() {
        return new Breaker(timeouts.breakerFailures(), timeouts.breakerPause(), System::nanoTime);
    }

    /**
     * The Jedis client, for what this class does not offer.
     *
     * @throws RedisFailure if the client cannot be created because no server can be reached
     */
    public UnifiedJedis client() {
        return Objects.requireNonNull(translatingFailures(clientHolder::get));
    }

    @Override
    public @Nullable Object send(Request request) {
        return translatingFailures(() -> openTransport().send(request));
    }

    @Override
    public List<@Nullable Object> sendAll(List<Request> requests) {
        return all(requests, false);
    }

    @Override
    public List<@Nullable Object> sendAllLeniently(List<Request> requests) {
        return all(requests, true);
    }

    private List<@Nullable Object> all(List<Request> requests, boolean lenient) {
        if (requests.size() == 1) {
            List<@Nullable Object> answers = new ArrayList<>(1);
            answers.add(send(requests.get(0)));
            return answers;
        }
        return Objects.requireNonNull(translatingFailures(() -> openTransport().sendAll(requests, lenient)));
    }

    private Transport openTransport() {
        Transport present = transport;
        if (clientHolder.isClosed()) {
            throw new IllegalStateException("the cache manager is closed");
        }
        if (present == null) {
            UnifiedJedis client = Objects.requireNonNull(nodeBreaker.call(clientHolder::get));
            present = client instanceof RedisClusterClient cluster
                    ? new ClusterTransport(
                            cluster, node -> new NodeBreaker(node, breaker()), executor, timeouts.answer())
                    : new DirectTransport(client, nodeBreaker);
            transport = present;
        }
        return present;
    }

    /** Runs a call and turns exceptions of the client into a {@link RedisFailure}. */
    public <T> @Nullable T translatingFailures(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (JedisDataException refused) {
            throw new RedisFailure("Redis at " + address + " refused a command: " + refused.getMessage(), refused);
        } catch (JedisException | IllegalStateException failure) {
            if (failure.getCause() instanceof NoSuchElementException) {
                throw poolExhausted(failure);
            }
            throw new RedisFailure("Redis at " + address + " did not answer: " + failure.getMessage(), failure);
        }
    }

    private RedisFailure poolExhausted(RuntimeException noConnection) {
        return new RedisFailure(
                "Redis at " + address + " was not asked: its " + timeouts.connections()
                        + " connections were all in use for "
                        + timeouts.poolWait().toMillis()
                        + " ms; raise the setting pool-size, or pool-wait (if that is not set, timeout)",
                noConnection);
    }

    public boolean isClosed() {
        return clientHolder.isClosed();
    }

    @Override
    public void close() {
        clientHolder.close();
        Transport present = transport;
        if (present != null) {
            present.close();
        }
    }
}
