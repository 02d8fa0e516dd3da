package dev.larder.redis.connection;

import dev.larder.redis.command.EchoCheck;
import dev.larder.redis.command.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Sends requests over a connection and returns the answers, with a deadline for large requests. A socket has a
 * deadline for reading but none for writing: a large request to a server that stopped reading would block
 * forever. Such requests are watched, and their connection is closed at the deadline.
 */
final class WriteTimeouts {
    /** In bytes. The system accepts smaller requests at once. */
    private static final int LARGE = 32 << 10;

    private final Set<WatchedWrite> sendings = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awake = new AtomicBoolean();

    /** The answer to one request. Throws if the server refuses it. */
    @Nullable
    Object exchange(Connection connection, Request request) {
        Object answer = exchange(connection, List.of(request)).get(0);
        if (answer instanceof JedisDataException refused) {
            throw refused;
        }
        return answer;
    }

    /**
     * The answers to some requests, in order; a refusal of the server is one of the answers. After any other
     * exception or Error the connection is marked broken: it is unknown which answers are still to come.
     */
    List<Object> exchange(Connection connection, List<Request> requests) {
        boolean clean = false;
        try {
            EchoCheck echoCheck = new EchoCheck();
            List<Object> answers = bytes(requests) > LARGE
                    ? watched(connection, requests, echoCheck)
                    : carried(connection, requests, echoCheck, null);
            clean = echoCheck.check(requests, answers);
            return answers.subList(0, requests.size());
        } catch (JedisConnectionException dead) {
            WatchedWrite.hurry(connection, dead);
            throw dead;
        } finally {
            if (!clean) {
                connection.setBroken();
            }
        }
    }

    private static List<Object> carried(
            Connection connection, List<Request> requests, EchoCheck echoCheck, @Nullable WatchedWrite watchedWrite) {
        for (Request each : requests) {
            connection.sendCommand(each.arguments());
        }
        connection.sendCommand(echoCheck.question());
        // A long answer is not a slow write: for requests that only read, each read of the socket has its own
        // deadline.
        if (watchedWrite != null && requests.stream().allMatch(Request::isHarmless)) {
            watchedWrite.ends();
        }
        return connection.getMany(requests.size() + 1);
    }

    private static long bytes(List<Request> requests) {
        long bytes = 0;
        for (Request each : requests) {
            bytes += each.bytes();
        }
        return bytes;
    }

    private List<Object> watched(Connection connection, List<Request> requests, EchoCheck echoCheck) {
        WatchedWrite own = new WatchedWrite(connection);
        begin(own);
        try {
            return carried(connection, requests, echoCheck, own);
        } catch (JedisConnectionException dead) {
            throw own.ends() ? dead : own.late(dead);
        } finally {
            sendings.remove(own);
            if (!own.ends()) {
                connection.setBroken();
            }
        }
    }

    private void begin(WatchedWrite watchedWrite) {
        if (watchedWrite.isLimited()) {
            sendings.add(watchedWrite);
            if (awake.compareAndSet(false, true)) {
                lookIn(watchedWrite.left(System.nanoTime()));
            }
        }
    }

    private void lookIn(long nanos) {
        DelayedTasks.run(this::look, TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos)) + 1, WriteTimeouts::apart);
    }

    // Not a thread of the manager: all of those may be waiting for answers.
    private static void apart(Runnable look) {
        try {
            Thread thread = new Thread(look, "larder-redis-watch");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        } catch (OutOfMemoryError noThread) {
            look.run();
        }
    }

    private void look() {
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        for (WatchedWrite each : sendings) {
            long left = each.left(now);
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                sendings.remove(each);
                each.cutOff();
            }
        }
        if (next < Long.MAX_VALUE) {
            lookIn(next);
        } else {
            sleep();
        }
    }

    // A request that began in between saw the watch awake and did not start it.
    private void sleep() {
        awake.set(false);
        if (!sendings.isEmpty() && awake.compareAndSet(false, true)) {
            lookIn(0);
        }
    }
}
