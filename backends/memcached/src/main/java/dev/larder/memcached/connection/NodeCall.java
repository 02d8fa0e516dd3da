package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.Request;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to one server. If the connection turns out to be dead, it is unknown how much of the
 * request was carried out. Only a repeatable request is sent again, once, over a new connection.
 */
public final class NodeCall {
    private static final long CHECK_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Node node;
    private final Request request;
    private final long startNanos = System.nanoTime();
    private final long deadline;
    private Node.@Nullable Sent sent;
    private @Nullable MemcachedFailure failure;

    NodeCall(Node node, Request request, long deadline) {
        this.node = node;
        this.request = request;
        this.deadline = deadline;
        try {
            sent = node.send(request);
        } catch (MemcachedFailure unreachable) {
            failure = unreachable;
        }
    }

    /** Waits for the replies. */
    public PendingCall answer() {
        Node.Sent first = sent;
        if (first == null) {
            throw failure == null ? new IllegalStateException("no request was sent") : failure;
        }
        if (await(first)) {
            return checked(first);
        }
        if (!request.isRepeatable()) {
            throw lost(first);
        }
        Node.Sent second = node.send(request);
        if (await(second)) {
            return checked(second);
        }
        throw lost(second);
    }

    /** Whether the replies have arrived; false if the connection was lost. */
    private boolean await(Node.Sent sent) {
        while (true) {
            long left = deadline - System.nanoTime();
            if (UninterruptibleWait.forLatch(
                    sent.pendingCall().done(), Math.min(left, CHECK_INTERVAL_NANOS), TimeUnit.NANOSECONDS)) {
                return sent.batchedCommand().getException() == null;
            }
            if (sent.batchedCommand().session().isClosed()) {
                return false;
            }
            if (left <= 0) {
                throw node.timedOut(sent.batchedCommand().session(), startNanos);
            }
        }
    }

    private MemcachedFailure lost(Node.Sent sent) {
        return node.lost(sent.batchedCommand().session(), sent.batchedCommand().getException());
    }

    private PendingCall checked(Node.Sent sent) {
        String refusal = sent.pendingCall().refusal();
        if (refusal != null) {
            throw node.refused(sent.batchedCommand().session(), refusal);
        }
        return sent.pendingCall();
    }
}
