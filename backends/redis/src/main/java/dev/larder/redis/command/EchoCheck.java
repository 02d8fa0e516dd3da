package dev.larder.redis.command;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Verifies that answers belong to their requests. Each exchange ends with a PING that carries a random word, in
 * the same packet. If an answer was duplicated or lost on the way, another answer arrives in place of the word.
 */
public final class EchoCheck {
    private final byte[] token = ByteBuffer.allocate(Long.BYTES)
            .putLong(ThreadLocalRandom.current().nextLong())
            .array();

    public CommandArguments ping() {
        return new CommandArguments(Command.PING).add(token);
    }

    /**
     * Checks the answers to some requests and to the PING after them.
     *
     * @return whether the connection may be used again
     * @throws JedisConnectionException if an answer does not belong to its request
     */
    public boolean check(List<Request> requests, List<Object> answers) {
        Object last = answers.get(requests.size());
        if (last instanceof JedisDataException refused) {
            if (answers.get(0) instanceof JedisDataException) {
                return false;
            }
            throw refused;
        }
        if (!(last instanceof byte[] reply && Arrays.equals(reply, token))) {
            throw mismatch("the reply after it does not belong to the PING");
        }
        for (int i = 0; i < requests.size(); i++) {
            Object answer = answers.get(i);
            if (!(answer instanceof JedisDataException) && !requests.get(i).accepts(answer)) {
                throw mismatch("it is of another type");
            }
        }
        return true;
    }

    private static JedisConnectionException mismatch(String why) {
        return new JedisConnectionException("a reply does not belong to its request: " + why);
    }
}
