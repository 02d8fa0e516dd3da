package dev.larder.redis;

import dev.larder.spi.Breaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Takes commands to the server and brings back the answers, raw: {@code byte[]}, {@code Long}, lists of
 * them, null. Every way to fail ends in a {@link RedisFailure}.
 */
final class Wire implements Carrier, AutoCloseable {
    private final String address;
    private final Client client;
    private final Limits limits;
    private final Executor executor;
    private final Guard guard;
    private volatile @Nullable Line line;

    /**
     * @param address what to call the servers in messages
     * @param executor for what a cluster needs in the background
     */
    Wire(String address, Client client, Limits limits, Executor executor) {
        this.address = address;
        this.client = client;
        this.limits = limits;
        this.executor = executor;
        this.guard = new Guard(address, breaker());
    }

    private Breaker breaker() {
        return new Breaker(limits.breakerFailures(), limits.breakerPause(), System::nanoTime);
    }

    /**
     * The client, for what this does not do.
     *
     * @throws RedisFailure if it cannot be made, since no server can be reached
     */
    UnifiedJedis client() {
        return Objects.requireNonNull(told(client::get));
    }

    @Override
    public @Nullable Object one(Request request) {
        return told(() -> line().send(request));
    }

    @Override
    public List<@Nullable Object> all(List<Request> requests) {
        return all(requests, false);
    }

    @Override
    public List<@Nullable Object> some(List<Request> requests) {
        return all(requests, true);
    }

    private List<@Nullable Object> all(List<Request> requests, boolean lenient) {
        if (requests.size() == 1) {
            List<@Nullable Object> answers = new ArrayList<>(1);
            answers.add(one(requests.get(0)));
            return answers;
        }
        return Objects.requireNonNull(told(() -> line().sendAll(requests, lenient)));
    }

    private Line line() {
        Line present = line;
        if (client.isClosed()) {
            throw new IllegalStateException("the cache manager is closed");
        }
        if (present == null) {
            UnifiedJedis made = Objects.requireNonNull(guard.call(client::get));
            present = made instanceof RedisClusterClient cluster
                    ? new ClusterLine(cluster, node -> new Guard(node, breaker()), executor, limits.answer())
                    : new DirectLine(made, guard);
            line = present;
        }
        return present;
    }

    /** What a client throws, told as ours. */
    <T> @Nullable T told(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (JedisDataException refused) {
            throw new RedisFailure("Redis at " + address + " refuses: " + refused.getMessage(), refused);
        } catch (JedisException | IllegalStateException away) {
            throw new RedisFailure("Redis at " + address + " did not answer: " + away.getMessage(), away);
        }
    }

    boolean isClosed() {
        return client.isClosed();
    }

    @Override
    public void close() {
        client.close();
        Line present = line;
        if (present != null) {
            present.end();
        }
    }
}
