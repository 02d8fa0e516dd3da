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
    private static final double SHARE = 1.75;

    /** Closing a TLS connection first waits for the server's close_notify; this limits the wait. */
    private static final int HURRIED_MILLIS = 1;

    private final Connection connection;
    private final long limitMillis;
    private final long end;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);

    /** Starts the deadline. */
    WatchedWrite(Connection connection) {
        this.connection = connection;
        this.limitMillis = (long) (connection.getSoTimeout() * SHARE);
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Whether the connection has a deadline. */
    boolean isLimited() {
        return limitMillis > 0;
    }

    /** The remaining time in nanoseconds. */
    long left(long now) {
        return end - now;
    }

    /** Marks the request as ended. False if its connection was closed before. */
    boolean ends() {
        return fate.compareAndSet(Fate.OPEN, Fate.ENDED) || fate.get() == Fate.ENDED;
    }

    /** Closes the connection unless the request has ended. */
    void cutOff() {
        if (fate.compareAndSet(Fate.OPEN, Fate.CUT)) {
            cut(connection);
        }
    }

    /** Closes a connection that other threads may be using, without waiting. */
    public static void cut(Connection connection) {
        try {
            connection.setSoTimeout(HURRIED_MILLIS);
            connection.forceDisconnect();
        } catch (IOException | RuntimeException failure) {
            LOG.debug("a connection that is cut off does not close", failure);
        }
    }

    /** The exception for a request whose connection was closed at the deadline. */
    JedisConnectionException late(JedisConnectionException dead) {
        SocketTimeoutException late = new SocketTimeoutException(
                "a large request was neither taken nor answered within " + limitMillis + " ms; see 'timeout'");
        late.addSuppressed(dead);
        return new JedisConnectionException(late);
    }

    /** Makes a failed connection close without waiting. */
    static void hurry(Connection connection, JedisConnectionException dead) {
        try {
            connection.setSoTimeout(HURRIED_MILLIS);
        } catch (JedisConnectionException closed) {
            dead.addSuppressed(closed);
        }
    }

    private enum Fate {
        OPEN,
        ENDED,
        CUT
    }
}
