package dev.larder.redis.connection;

import dev.larder.redis.command.MgetMerger;
import dev.larder.redis.command.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Sends commands to one server: the only one, or the current master. */
public final class DirectTransport implements Transport {
    private final UnifiedJedis client;
    private final NodeBreaker nodeBreaker;
    private final WriteTimeouts writeTimeouts = new WriteTimeouts();

    public DirectTransport(UnifiedJedis client, NodeBreaker nodeBreaker) {
        this.client = client;
        this.nodeBreaker = nodeBreaker;
    }

    @Override
    public @Nullable Object send(Request request) {
        return nodeBreaker.call(() -> sendOrRepeat(request));
    }

    @Override
    public List<@Nullable Object> sendAll(List<Request> requests, boolean lenient) {
        MgetMerger mgetMerger = new MgetMerger(requests);
        List<Request> merged = mgetMerger.requests();
        return mgetMerger.splitAnswers(Objects.requireNonNull(nodeBreaker.call(() -> sendPipelined(merged))));
    }

    private @Nullable Object sendOrRepeat(Request request) {
        try {
            return exchange(request);
        } catch (JedisNoScriptException unknown) {
            return exchange(request.withScriptText());
        } catch (JedisConnectionException failure) {
            dropIdle(failure);
            if (Transport.mayRepeat(request, failure)) {
                return exchange(request);
            }
            throw failure;
        }
    }

    private @Nullable Object exchange(Request request) {
        try (Connection connection = ClientFactory.borrow(client)) {
            return writeTimeouts.exchange(connection, request);
        }
    }

    private List<@Nullable Object> sendPipelined(List<Request> requests) {
        if (requests.size() == 1) {
            return Collections.singletonList(sendOrRepeat(requests.get(0)));
        }
        List<Object> raw;
        try (Connection connection = ClientFactory.borrow(client)) {
            raw = writeTimeouts.exchange(connection, requests);
        } catch (JedisConnectionException failure) {
            dropIdle(failure);
            throw failure;
        }
        List<@Nullable Object> answers = new ArrayList<>(requests.size());
        boolean retried = false;
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            if (raw.get(i) instanceof JedisDataException refused) {
                answers.add(retryUnknownScript(refused, request));
                retried = true;
            } else {
                // A read must see what the commands before it have done.
                answers.add(retried && request.isReadOnly() ? exchange(request) : raw.get(i));
            }
        }
        return answers;
    }

    private @Nullable Object retryUnknownScript(JedisDataException refused, Request request) {
        if (refused instanceof JedisNoScriptException) {
            return exchange(request.withScriptText());
        }
        throw refused;
    }

    // The other idle connections are likely to be dead too.
    private void dropIdle(JedisConnectionException failure) {
        if (!Transport.isTimeout(failure)) {
            ClientFactory.dropIdle(client);
        }
    }
}
