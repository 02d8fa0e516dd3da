package dev.larder.redis;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Takes commands to the server and brings back the answers, raw: {@code byte[]}, {@code Long}, lists of
 * them, null. Every way to fail ends in a {@link RedisFailure}. Nothing that changes anything is sent a
 * second time, unless the server said that it had not done it.
 */
final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final String address;
    private final Client client;
    private final Breaker breaker;

    Wire(String address, Client client, Breaker breaker) {
        this.address = address;
        this.client = client;
        this.breaker = breaker;
    }

    /**
     * The client, for what this does not do.
     *
     * @throws RedisFailure if it cannot be made, since no server can be reached
     */
    UnifiedJedis client() {
        try {
            return client.get();
        } catch (JedisException | IllegalStateException away) {
            throw failure(away);
        }
    }

    /** The answer to one command: one round trip. */
    @Nullable
    Object one(Request request) {
        enter();
        try {
            Object answer = sent(request);
            noteAnswer();
            return answer;
        } catch (JedisDataException refused) {
            throw refusal(refused);
        } catch (JedisException | IllegalStateException away) {
            throw failure(away);
        }
    }

    /** The answers to several commands, in order: one round trip for each server concerned. */
    List<@Nullable Object> all(List<Request> requests) {
        if (requests.size() == 1) {
            List<@Nullable Object> answers = new ArrayList<>(1);
            answers.add(one(requests.get(0)));
            return answers;
        }
        enter();
        try {
            List<@Nullable Object> answers = sentTogether(requests);
            noteAnswer();
            return answers;
        } catch (JedisDataException refused) {
            throw refusal(refused);
        } catch (JedisException | IllegalStateException away) {
            throw failure(away);
        }
    }

    private @Nullable Object sent(Request request) {
        try {
            return client.get().executeCommand(request.arguments());
        } catch (JedisNoScriptException unknown) {
            return client.get().executeCommand(request.spelledOut());
        } catch (JedisConnectionException dead) {
            if (isTimeout(dead) || !request.isHarmless()) {
                throw dead;
            }
            dropIdle();
            return client.get().executeCommand(request.spelledOut());
        }
    }

    private List<@Nullable Object> sentTogether(List<Request> requests) {
        List<Response<Object>> responses = new ArrayList<>(requests.size());
        try (AbstractPipeline pipeline = client.get().pipelined()) {
            for (Request request : requests) {
                responses.add(pipeline.sendCommand(request.arguments()));
            }
        }
        List<@Nullable Object> answers = new ArrayList<>(requests.size());
        for (int i = 0; i < responses.size(); i++) {
            answers.add(answer(responses.get(i), requests.get(i)));
        }
        return answers;
    }

    // A pipeline follows no redirection and knows no second form; what the server did not do goes alone.
    private @Nullable Object answer(Response<Object> response, Request request) {
        try {
            return response.get();
        } catch (JedisNoScriptException | JedisRedirectionException notDone) {
            CommandArguments again = request.spelledOut();
            return client.get().executeCommand(again);
        }
    }

    private void enter() {
        if (!breaker.allows()) {
            throw new RedisFailure(
                    "Redis at " + address + " has not answered of late and is left alone for a moment", null);
        }
    }

    private void noteAnswer() {
        if (breaker.succeeded()) {
            LOG.info("Redis at {} answers again", address);
        }
    }

    private RedisFailure refusal(JedisDataException refused) {
        noteAnswer();
        return new RedisFailure("Redis at " + address + " refuses: " + refused.getMessage(), refused);
    }

    private RedisFailure failure(RuntimeException away) {
        if (away instanceof JedisConnectionException && !isTimeout(away)) {
            dropIdle();
        }
        if (breaker.failed()) {
            LOG.warn("Redis at {} does not answer and is left alone for a moment: {}", address, away.toString());
        }
        return new RedisFailure("Redis at " + address + " did not answer: " + away.getMessage(), away);
    }

    private void dropIdle() {
        UnifiedJedis made = client.ifMade();
        if (made != null) {
            Clients.dropIdle(made);
        }
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.close();
    }
}
