package dev.larder.redis;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Takes requests over a connection and brings back the answers. A socket has a deadline for reading and none for writing: who
 * sends more than the system takes in, to a server that has stopped reading, would stand there until it goes on. So the
 * connections over which much is sent are watched, and cut off when their time is up.
 */
final class Watch {
    /** In bytes. Less than that the system takes in at once. */
    private static final int LARGE = 32 << 10;

    private final Set<Sending> sendings = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awake = new AtomicBoolean();

    /** The answer to one request; throws what the server refuses. */
    @Nullable
    Object exchange(Connection connection, Request request) {
        try {
            return request.bytes() <= LARGE
                    ? connection.executeCommand(request.arguments())
                    : watched(connection, List.of(request), connection::getOne);
        } catch (JedisConnectionException dead) {
            Sending.hurry(connection, dead);
            throw dead;
        }
    }

    /** The answers to some requests, in order, and what the server refuses among them. */
    List<Object> exchange(Connection connection, List<Request> requests) {
        try {
            if (bytes(requests) > LARGE) {
                return watched(connection, requests, () -> connection.getMany(requests.size()));
            }
            requests.forEach(each -> connection.sendCommand(each.arguments()));
            return connection.getMany(requests.size());
        } catch (JedisConnectionException dead) {
            Sending.hurry(connection, dead);
            throw dead;
        }
    }

    private static long bytes(List<Request> requests) {
        long bytes = 0;
        for (Request each : requests) {
            bytes += each.bytes();
        }
        return bytes;
    }

    private <T> T watched(Connection connection, List<Request> requests, Supplier<T> answers) {
        Sending own = new Sending(connection);
        begin(own);
        try {
            requests.forEach(each -> connection.sendCommand(each.arguments()));
            // Nobody is cut off for what he is only told, however long it is: each read of it has its own deadline.
            if (requests.stream().allMatch(Request::isHarmless)) {
                own.ends();
            }
            return answers.get();
        } catch (JedisConnectionException dead) {
            throw own.ends() ? dead : own.late(dead);
        } finally {
            sendings.remove(own);
            if (!own.ends()) {
                connection.setBroken();
            }
        }
    }

    private void begin(Sending sending) {
        if (sending.isLimited()) {
            sendings.add(sending);
            if (awake.compareAndSet(false, true)) {
                lookIn(sending.left(System.nanoTime()));
            }
        }
    }

    private void lookIn(long nanos) {
        CompletableFuture.delayedExecutor(Math.max(0, nanos), TimeUnit.NANOSECONDS, Watch::apart)
                .execute(this::look);
    }

    // Not one of the manager's threads: all of these may be among those who wait.
    private static void apart(Runnable look) {
        Thread thread = new Thread(look, "larder-redis-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        for (Sending each : sendings) {
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

    // Who has begun meanwhile has found this awake.
    private void sleep() {
        awake.set(false);
        if (!sendings.isEmpty() && awake.compareAndSet(false, true)) {
            lookIn(0);
        }
    }
}
