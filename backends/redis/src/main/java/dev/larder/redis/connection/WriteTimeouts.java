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

    private final Set<WatchedWrite> watchedWrites = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();

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
                    ? exchangeWatched(connection, requests, echoCheck)
                    : sendAndReceive(connection, requests, echoCheck, null);
            clean = echoCheck.check(requests, answers);
            return answers.subList(0, requests.size());
        } catch (JedisConnectionException failure) {
            WatchedWrite.shortenClose(connection, failure);
            throw failure;
        } finally {
            if (!clean) {
                connection.setBroken();
            }
        }
    }

    private static List<Object> sendAndReceive(
            Connection connection, List<Request> requests, EchoCheck echoCheck, @Nullable WatchedWrite watchedWrite) {
        for (Request each : requests) {
            connection.sendCommand(each.arguments());
        }
        connection.sendCommand(echoCheck.ping());
        // A long answer is not a slow write: for requests that only read, each read of the socket has its own
        // deadline.
        if (watchedWrite != null && requests.stream().allMatch(Request::isReadOnly)) {
            watchedWrite.finish();
        }
        return AnswerErrors.reading(() -> connection.getMany(requests.size() + 1));
    }

    private static long bytes(List<Request> requests) {
        long bytes = 0;
        for (Request each : requests) {
            bytes += each.bytes();
        }
        return bytes;
    }

    private List<Object> exchangeWatched(Connection connection, List<Request> requests, EchoCheck echoCheck) {
        WatchedWrite own = new WatchedWrite(connection);
        watch(own);
        try {
            return sendAndReceive(connection, requests, echoCheck, own);
        } catch (JedisConnectionException failure) {
            throw own.finish() ? failure : own.timeoutException(failure);
        } finally {
            watchedWrites.remove(own);
            if (!own.finish()) {
                connection.setBroken();
            }
        }
    }

    private void watch(WatchedWrite watchedWrite) {
        if (watchedWrite.isLimited()) {
            watchedWrites.add(watchedWrite);
            if (scheduled.compareAndSet(false, true)) {
                scheduleCheck(watchedWrite.remainingNanos(System.nanoTime()));
            }
        }
    }

    private void scheduleCheck(long nanos) {
        DelayedTasks.run(
                this::check, TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos)) + 1, WriteTimeouts::startThread);
    }

    // Not a thread of the manager: all of those may be waiting for answers.
    private static void startThread(Runnable check) {
        try {
            Thread thread = new Thread(check, "larder-redis-watch");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        } catch (OutOfMemoryError noThread) {
            check.run();
        }
    }

    private void check() {
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        for (WatchedWrite each : watchedWrites) {
            long left = each.remainingNanos(now);
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                watchedWrites.remove(each);
                each.abort();
            }
        }
        if (next < Long.MAX_VALUE) {
            scheduleCheck(next);
        } else {
            stopIfIdle();
        }
    }

    // A request that began in between saw the watch awake and did not start it.
    private void stopIfIdle() {
        scheduled.set(false);
        if (!watchedWrites.isEmpty() && scheduled.compareAndSet(false, true)) {
            scheduleCheck(0);
        }
    }
}
