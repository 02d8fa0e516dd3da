package dev.larder.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A line to one server: the only one, or the master of the moment. */
final class DirectLine implements Line {
    private final UnifiedJedis client;
    private final Guard guard;

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
            return client.executeCommand(request.arguments());
        } catch (JedisNoScriptException unknown) {
            return client.executeCommand(request.spelledOut());
        } catch (JedisConnectionException dead) {
            dropIdle(dead);
            if (Line.mayRepeat(request, dead)) {
                return client.executeCommand(request.spelledOut());
            }
            throw dead;
        }
    }

    private List<@Nullable Object> sentTogether(List<Request> requests) {
        if (requests.size() == 1) {
            return Collections.singletonList(sent(requests.get(0)));
        }
        List<Response<Object>> responses;
        try {
            responses = pipelined(requests);
        } catch (JedisConnectionException dead) {
            dropIdle(dead);
            throw dead;
        }
        List<@Nullable Object> answers = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            answers.add(answer(responses.get(i), requests.get(i)));
        }
        return answers;
    }

    private List<Response<Object>> pipelined(List<Request> requests) {
        List<Response<Object>> responses = new ArrayList<>(requests.size());
        try (AbstractPipeline pipeline = client.pipelined()) {
            requests.forEach(each -> responses.add(pipeline.sendCommand(each.arguments())));
        }
        return responses;
    }

    private @Nullable Object answer(Response<Object> response, Request request) {
        try {
            return response.get();
        } catch (JedisNoScriptException unknown) {
            return client.executeCommand(request.spelledOut());
        }
    }

    // The other idle connections are likely to be as dead as the one that just failed.
    private void dropIdle(JedisConnectionException dead) {
        if (!Line.isTimeout(dead)) {
            Clients.dropIdle(client);
        }
    }
}
