package dev.larder.redis;

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

/** A line to one server: the only one, or the master of the moment. */
final class DirectLine implements Line {
    private final UnifiedJedis client;
    private final Guard guard;
    private final Watch watch = new Watch();

    DirectLine(UnifiedJedis client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public @Nullable Object send(Request request) {
        return guard.call(() -> sent(request));
    }

    @Override
    public List<@Nullable Object> sendAll(List<Request> requests, boolean lenient) {
        Folding folding = new Folding(requests);
        List<Request> folded = folding.requests();
        return folding.unfolded(Objects.requireNonNull(guard.call(() -> sentTogether(folded))));
    }

    private @Nullable Object sent(Request request) {
        try {
            return exchanged(request);
        } catch (JedisNoScriptException unknown) {
            return exchanged(request.spelledOut());
        } catch (JedisConnectionException dead) {
            dropIdle(dead);
            if (Line.mayRepeat(request, dead)) {
                return exchanged(request);
            }
            throw dead;
        }
    }

    private @Nullable Object exchanged(Request request) {
        try (Connection connection = Clients.borrowed(client)) {
            return watch.exchange(connection, request);
        }
    }

    private List<@Nullable Object> sentTogether(List<Request> requests) {
        if (requests.size() == 1) {
            return Collections.singletonList(sent(requests.get(0)));
        }
        List<Object> raw;
        try (Connection connection = Clients.borrowed(client)) {
            raw = watch.exchange(connection, requests);
        } catch (JedisConnectionException dead) {
            dropIdle(dead);
            throw dead;
        }
        List<@Nullable Object> answers = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            answers.add(
                    raw.get(i) instanceof JedisDataException refused ? settled(refused, requests.get(i)) : raw.get(i));
        }
        return answers;
    }

    private @Nullable Object settled(JedisDataException refused, Request request) {
        if (refused instanceof JedisNoScriptException) {
            return exchanged(request.spelledOut());
        }
        throw refused;
    }

    // The other idle connections are likely to be as dead as the one that just failed.
    private void dropIdle(JedisConnectionException dead) {
        if (!Line.isTimeout(dead)) {
            Clients.dropIdle(client);
        }
    }
}
