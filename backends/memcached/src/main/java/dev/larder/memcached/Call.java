package dev.larder.memcached;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is on its way to one server. Of a connection that turns out to be dead nobody knows how much
 * of the draft was carried out; only what is repeatable is said again, once, over a new one.
 */
final class Call {
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Node node;
    private final Draft draft;
    private final long begun = System.nanoTime();
    private final long deadline;
    private Node.@Nullable Sent sent;
    private @Nullable MemcachedFailure failure;

    Call(Node node, Draft draft, long deadline) {
        this.node = node;
        this.draft = draft;
        this.deadline = deadline;
        try {
            sent = node.send(draft);
        } catch (MemcachedFailure away) {
            failure = away;
        }
    }

    /** Waits for it. */
    Seat answer() {
        Node.Sent first = sent;
        if (first == null) {
            throw failure == null ? new IllegalStateException("nothing was sent") : failure;
        }
        if (await(first)) {
            return checked(first);
        }
        if (!draft.isRepeatable()) {
            throw lost(first);
        }
        Node.Sent second = node.send(draft);
        if (await(second)) {
            return checked(second);
        }
        throw lost(second);
    }

    /** Whether the replies have come; not if the connection is lost. */
    private boolean await(Node.Sent sent) {
        while (true) {
            long left = deadline - System.nanoTime();
            if (Waiting.forLatch(sent.seat().back(), Math.min(left, GLANCE_NANOS), TimeUnit.NANOSECONDS)) {
                return sent.carriage().getException() == null;
            }
            if (sent.carriage().session().isClosed()) {
                return false;
            }
            if (left <= 0) {
                throw node.late(sent.carriage().session(), begun);
            }
        }
    }

    private MemcachedFailure lost(Node.Sent sent) {
        return node.lost(sent.carriage().session(), sent.carriage().getException());
    }

    private Seat checked(Node.Sent sent) {
        String refusal = sent.seat().refusal();
        if (refusal != null) {
            throw node.refused(sent.carriage().session(), refusal);
        }
        return sent.seat();
    }
}
