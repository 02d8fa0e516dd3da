package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Sends commands to a cluster. The client knows which node serves a slot and holds the connections. The client's
 * own calls send a command again when a connection dies or an answer is late, and can therefore execute it twice.
 * This class sends a command again only if a node said that it did not execute it, or if the command changes
 * nothing.
 *
 * <p>Each node has its own breaker, so an unreachable node does not affect the others.
 */
public final class ClusterTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterTransport.class);

    /** How many times the timeout of one command a call waits for all nodes: borrow, connect, and repeat. */
    private static final int PARALLEL_TIMEOUT_FACTOR = 4;

    private final RedisClusterClient client;
    private final Function<String, NodeBreaker> breakerFactory;
    private final Executor executor;
    private final Duration timeout;
    private final WriteTimeouts writeTimeouts = new WriteTimeouts();
    private final Map<String, NodeBreaker> known = new ConcurrentHashMap<>();
    private final ParallelCalls parallelCalls;
    private final SlotOwners slotOwners = new SlotOwners();
    private final AtomicBoolean refreshing = new AtomicBoolean();

    /**
     * @param breakers creates the breaker of a node
     * @param executor refreshes the topology
     * @param timeout how long to follow redirections
     */
    public ClusterTransport(
            RedisClusterClient client, Function<String, NodeBreaker> breakers, Executor executor, Duration timeout) {
        this.client = client;
        this.breakerFactory = breakers;
        this.executor = executor;
        this.timeout = timeout;
        this.parallelCalls = new ParallelCalls(timeout.multipliedBy(PARALLEL_TIMEOUT_FACTOR));
    }

    @Override
    public @Nullable Object send(Request request) {
        return new RedirectingCall(this, request, System.nanoTime() + timeout.toNanos()).run();
    }

    @Override
    public List<@Nullable Object> sendAll(List<Request> requests, boolean lenient) {
        @Nullable Object[] answers = new @Nullable Object[requests.size()];
        int slot = requests.get(0).slot();
        if (requests.stream().allMatch(each -> each.slot() == slot)) {
            sendTo(slot, indexes(requests.size()), requests, answers);
        } else {
            sendInParallel(requests, answers, lenient);
        }
        return Arrays.asList(answers);
    }

    private static List<Integer> indexes(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private void sendInParallel(List<Request> requests, @Nullable Object[] answers, boolean lenient) {
        Map<NodeBreaker, List<Integer>> nodes = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            nodes.computeIfAbsent(breakerOf(requests.get(i).slot()), nodeBreaker -> new ArrayList<>())
                    .add(i);
        }
        List<Runnable> tasks = new ArrayList<>(nodes.size());
        nodes.forEach((nodeBreaker, places) ->
                tasks.add(() -> sendTo(requests.get(places.get(0)).slot(), places, requests, answers)));
        List<RuntimeException> thrown = parallelCalls.run(tasks);
        if (!thrown.isEmpty() && (!lenient || thrown.size() == tasks.size())) {
            throw thrown.get(0);
        }
    }

    // The node is a guess until a connection confirms it. The cluster redirects a wrong guess.
    private NodeBreaker breakerOf(int slot) {
        NodeBreaker known = slotOwners.of(slot);
        return known == null ? Objects.requireNonNull(onNode(slot, this::breakerOf)) : known;
    }

    private void sendTo(int slot, List<Integer> places, List<Request> requests, @Nullable Object[] answers) {
        List<Request> batch = places.stream().map(requests::get).toList();
        List<Object> raw =
                Objects.requireNonNull(onNode(slot, connection -> writeTimeouts.exchange(connection, batch)));
        boolean retried = false;
        for (int i = 0; i < places.size(); i++) {
            Object answer = raw.get(i);
            if (answer instanceof JedisDataException refused) {
                answer = retryIfNotExecuted(refused, batch.get(i));
                retried = true;
            } else if (retried && batch.get(i).isReadOnly()) {
                // A read must see what the commands before it have done.
                answer = send(batch.get(i));
            }
            answers[places.get(i)] = answer;
        }
    }

    // A command that the server did not execute is sent again, alone.
    private @Nullable Object retryIfNotExecuted(JedisDataException refused, Request request) {
        if (wasNotExecuted(refused)) {
            return send(request);
        }
        throw refused;
    }

    static boolean wasNotExecuted(JedisDataException refused) {
        return refused instanceof JedisNoScriptException
                || refused instanceof JedisRedirectionException
                || isPartlyMoved(refused);
    }

    /** Whether some keys of a command have moved to another node and others have not. */
    static boolean isPartlyMoved(JedisDataException refused) {
        String message = refused.getMessage();
        return refused instanceof JedisClusterException && message != null && message.startsWith("TRYAGAIN");
    }

    /** Runs a call on a connection to the node that serves a slot. */
    <T> @Nullable T onNode(int slot, Function<Connection, @Nullable T> work) {
        NodeBreaker expected = slotOwners.of(slot);
        if (expected != null) {
            expected.checkAllowed();
        }
        try (Connection connection = borrow(slot, expected)) {
            NodeBreaker nodeBreaker = breakerOf(connection);
            slotOwners.record(slot, nodeBreaker);
            return nodeBreaker.callAdmitted(() -> work.apply(connection));
        }
    }

    private Connection borrow(int slot, @Nullable NodeBreaker expected) {
        try {
            return AnswerErrors.reading(() -> client.getConnectionFromSlot(slot));
        } catch (JedisException failure) {
            if (expected != null) {
                expected.recordFailure(failure);
            }
            throw failure;
        }
    }

    /** Runs a call on a connection to a node that a redirection named. */
    <T> @Nullable T onNode(String node, Function<Connection, @Nullable T> work) {
        ConnectionPool pool = client.getClusterNodes().get(node);
        if (pool == null) {
            client.refreshClusterTopology();
            pool = client.getClusterNodes().get(node);
        }
        if (pool == null) {
            throw new JedisException("the cluster's node " + node + " is not in its own list of nodes");
        }
        try (Connection connection = AnswerErrors.reading(pool::getResource)) {
            return breakerOf(connection).call(() -> work.apply(connection));
        }
    }

    private NodeBreaker breakerOf(Connection connection) {
        return known.computeIfAbsent(connection.getHostAndPort().toString(), breakerFactory);
    }

    @Override
    public void close() {
        parallelCalls.shutdown();
    }

    WriteTimeouts writeTimeouts() {
        return writeTimeouts;
    }

    /** Refreshes the client's topology in the background. */
    void refreshInBackground() {
        if (refreshing.compareAndSet(false, true)) {
            try {
                executor.execute(this::refreshTopology);
            } catch (RejectedExecutionException closing) {
                refreshing.set(false);
            } catch (Error noThread) {
                refreshing.set(false);
                throw noThread;
            }
        }
    }

    private void refreshTopology() {
        try {
            client.refreshClusterTopology();
        } catch (JedisException | IllegalStateException failure) {
            LOG.debug("the cluster's slots could not be read; the next redirected call tries again", failure);
        } finally {
            refreshing.set(false);
        }
    }

    /** Closes idle connections, which are likely to be dead. */
    void dropIdle() {
        ClientFactory.dropIdle(client);
    }
}
