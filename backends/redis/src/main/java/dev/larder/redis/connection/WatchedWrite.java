package dev.larder.redis.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A large request that is being sent. It either ends or has its connection closed at a deadline. */
public final class WatchedWrite {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedWrite.class);

    /**
     * Share of the connection's deadline: less than the two deadlines a call may take, more than the one for the
     * answer.
     */
    private static final double DEADLINE_SHARE = 1.75;

    /** Closing a TLS connection first waits for the server's close_notify; this limits the wait. */
    private static final int CLOSE_TIMEOUT_MILLIS = 1;

    private final Connection connection;
    private final long limitMillis;
    private final long deadline;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** Starts the deadline. */
    WatchedWrite(Connection connection) {
        this.connection = connection;
        this.limitMillis = (long) (connection.getSoTimeout() * DEADLINE_SHARE);
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Whether the connection has a deadline. */
    boolean isLimited() {
        return limitMillis > 0;
    }

    /** The remaining time in nanoseconds. */
    long remainingNanos(long now) {
        return deadline - now;
    }

    /** Marks the request as ended. False if its connection was closed before. */
    boolean finish() {
        return state.compareAndSet(State.OPEN, State.ENDED) || state.get() == State.ENDED;
    }

    /** Closes the connection unless the request has ended. */
    void abort() {
        if (state.compareAndSet(State.OPEN, State.ABORTED)) {
            closeNow(connection);
        }
    }

    /** Closes a connection that other threads may be using, without waiting. */
    public static void closeNow(Connection connection) {
        try {
            connection.setSoTimeout(CLOSE_TIMEOUT_MILLIS);
            connection.forceDisconnect();
        } catch (IOException | RuntimeException failure) {
            LOG.debug("a connection that was stopped at its write deadline could not be closed", failure);
        }
    }

    /** The exception for a request whose connection was closed at the deadline. */
    JedisConnectionException timeoutException(JedisConnectionException failure) {
        SocketTimeoutException late = new SocketTimeoutException(
                "a large request was neither accepted nor answered within " + limitMillis + " ms; see 'timeout'");
        late.addSuppressed(failure);
        return new JedisConnectionException(late);
    }

    /** Makes a failed connection close without waiting. */
    static void shortenClose(Connection connection, JedisConnectionException failure) {
        try {
            connection.setSoTimeout(CLOSE_TIMEOUT_MILLIS);
        } catch (JedisConnectionException closed) {
            failure.addSuppressed(closed);
        }
    }

    private enum State {
        OPEN,
        ENDED,
        ABORTED
    }
}
