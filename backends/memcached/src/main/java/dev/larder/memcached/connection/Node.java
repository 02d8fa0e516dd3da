package dev.larder.memcached.connection;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.Request;
import dev.larder.spi.Breaker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server with its connection and breaker. It sends requests and returns the replies. Its failures do not
 * affect other servers. A failed call throws a {@link MemcachedFailure}. Thread-safe.
 */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final ServerAddress serverAddress;
    private final ServerConnection serverConnection;
    private final Breaker breaker;
    private final long timeout;
    private final AtomicReference<@Nullable BatchedCommand> openBatch = new AtomicReference<>();
    private volatile boolean closed;
    private volatile long lastReply = System.nanoTime();

    public Node(ServerAddress serverAddress, ServerConnection serverConnection, Breaker breaker, Duration timeout) {
        this.serverAddress = serverAddress;
        this.serverConnection = serverConnection;
        this.breaker = breaker;
        this.timeout = timeout.toNanos();
    }

    public ServerAddress host() {
        return serverAddress;
    }

    /** Sends a request and waits for its replies. One round trip. */
    public PendingCall sendAndWait(Request request) {
        return begin(request).answer();
    }

    /** Sends a request. A failure is thrown when the answer is requested. Waits at most for a new connection. */
    public NodeCall begin(Request request) {
        return new NodeCall(this, request, System.nanoTime() + timeout);
    }

    /** A request that was sent, and the batch that contains it. */
    record Sent(PendingCall pendingCall, BatchedCommand batchedCommand) {}

    /** Adds the request to the batch that has not been sent yet, or to a new one. */
    Sent send(Request request) {
        refuseIfClosed();
        if (!breaker.allows()) {
            throw new MemcachedFailure(
                    "memcached at " + serverAddress
                            + " has not answered recently; no calls are sent to it for a moment",
                    null);
        }
        try {
            return addToBatch(new PendingCall(request));
        } catch (MemcachedFailure unreachable) {
            refuseIfClosed();
            throw failed(
                    "memcached at " + serverAddress + " cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    private Sent addToBatch(PendingCall pendingCall) {
        while (true) {
            BatchedCommand waiting = openBatch.get();
            if (waiting != null && serverConnection.isUsable(waiting.session()) && waiting.tryAdd(pendingCall)) {
                return new Sent(pendingCall, waiting);
            }
            BatchedCommand fresh = new BatchedCommand(serverConnection.session(), pendingCall, this::recordAnswer);
            if (openBatch.compareAndSet(waiting, fresh)) {
                write(fresh);
                return new Sent(pendingCall, fresh);
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new MemcachedFailure("the connection to memcached at " + serverAddress + " is closed", null);
        }
    }

    private void write(BatchedCommand fresh) {
        boolean written = false;
        try {
            fresh.session().write(fresh);
            written = true;
        } finally {
            if (!written) {
                fresh.abandon();
            }
        }
    }

    // The arrival of the answer counts, not the waiting caller: the caller of the breaker's trial call may have
    // given up.
    private void recordAnswer() {
        lastReply = System.nanoTime();
        if (breaker.succeeded()) {
            LOG.info("memcached at {} answers again", serverAddress);
        }
    }

    /**
     * The exception for an answer that did not arrive in time. If the connection has delivered nothing since the
     * call began, it is closed. The requests that wait on it then fail and are not carried out after their
     * callers have left.
     */
    MemcachedFailure timedOut(Session session, long since) {
        boolean isSilent = lastReply - since < 0;
        if (isSilent) {
            serverConnection.abandon(session);
        }
        String message = "memcached at " + serverAddress + " did not answer in "
                + TimeUnit.NANOSECONDS.toMillis(timeout) + " ms; the setting timeout allows it more";
        return failure(message, null, isSilent ? breaker.timedOut() : breaker.failed());
    }

    MemcachedFailure lost(Session session, @Nullable Throwable cause) {
        serverConnection.abandon(session);
        return failed("the connection to memcached at " + serverAddress + " was lost", cause);
    }

    /**
     * The exception for an error reply. After a {@code CLIENT_ERROR} the connection is closed, since the next
     * bytes cannot be interpreted.
     */
    MemcachedFailure refused(Session session, String refusal) {
        if (refusal.startsWith("CLIENT_ERROR")) {
            serverConnection.abandon(session);
        }
        return new MemcachedFailure("memcached at " + serverAddress + " refused a request: " + refusal, null);
    }

    private MemcachedFailure failed(String message, @Nullable Throwable cause) {
        return failure(message, cause, breaker.failed());
    }

    private MemcachedFailure failure(String message, @Nullable Throwable cause, boolean isNowOpen) {
        if (isNowOpen) {
            LOG.warn(
                    "memcached at {} does not answer; no calls are sent to it for a moment: {}",
                    serverAddress,
                    message);
        }
        return new MemcachedFailure(message, cause);
    }

    @Override
    public void close() {
        closed = true;
        serverConnection.close();
    }
}
