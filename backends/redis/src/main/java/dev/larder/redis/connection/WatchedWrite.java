package dev.larder.redis.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A large request on its way over a connection: either it ends, or it is cut off. */
public final class WatchedWrite {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedWrite.class);

    /** Of the connection's deadline: less than the two that a call may take, and more than the one that its answer may. */
    private static final double SHARE = 1.75;

    /** Whoever closes a connection by TLS hears first whether the server has a last word; not for a deadline more. */
    private static final int HURRIED_MILLIS = 1;

    private final Connection connection;
    private final long limitMillis;
    private final long end;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);

    /** It begins now. */
    WatchedWrite(Connection connection) {
        this.connection = connection;
        this.limitMillis = (long) (connection.getSoTimeout() * SHARE);
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Whether the connection has a deadline at all. */
    boolean isLimited() {
        return limitMillis > 0;
    }

    /** The nanoseconds that are left. */
    long left(long now) {
        return end - now;
    }

    /** Lets it end: whether it does before it is cut off. */
    boolean ends() {
        return fate.compareAndSet(Fate.OPEN, Fate.ENDED) || fate.get() == Fate.ENDED;
    }

    /** Closes the connection beneath it, unless it has ended. */
    void cutOff() {
        if (fate.compareAndSet(Fate.OPEN, Fate.CUT)) {
            cut(connection);
        }
    }

    /** Closes a connection that others may be using, without waiting. */
    public static void cut(Connection connection) {
        try {
            connection.setSoTimeout(HURRIED_MILLIS);
            connection.forceDisconnect();
        } catch (IOException | RuntimeException failure) {
            LOG.debug("a connection that is cut off does not close", failure);
        }
    }

    /** What it fails with once it is cut off. */
    JedisConnectionException late(JedisConnectionException dead) {
        SocketTimeoutException late = new SocketTimeoutException(
                "a large request was neither taken nor answered within " + limitMillis + " ms; see 'timeout'");
        late.addSuppressed(dead);
        return new JedisConnectionException(late);
    }

    /** Has a connection that has failed close without waiting. */
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
