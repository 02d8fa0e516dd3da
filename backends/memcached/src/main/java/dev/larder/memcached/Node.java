package dev.larder.memcached;

import com.google.code.yanf4j.core.Session;
import dev.larder.spi.Breaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server: takes drafts to it and brings back the replies. It fails for itself alone; what other servers
 * do is not changed by it. Every way to fail ends in a {@link MemcachedFailure}.
 */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final Host host;
    private final Line line;
    private final Breaker breaker;
    private final long patience;
    private final AtomicReference<@Nullable Carriage> boarding = new AtomicReference<>();
    private volatile boolean closed;
    private volatile long lastReply = System.nanoTime();

    Node(Host host, Line line, Breaker breaker, Duration patience) {
        this.host = host;
        this.line = line;
        this.breaker = breaker;
        this.patience = patience.toNanos();
    }

    Host host() {
        return host;
    }

    /** Sends a draft and waits for what is answered: one round trip. */
    Seat ask(Draft draft) {
        return begin(draft).answer();
    }

    /** Sends a draft; a failure shows when one asks for the answer. Waits for a new connection at most. */
    Call begin(Draft draft) {
        return new Call(this, draft, System.nanoTime() + patience);
    }

    /** Where a draft sits, and with whom it travels. */
    record Sent(Seat seat, Carriage carriage) {}

    /** Boards the carriage that has not departed yet, or a new one. */
    Sent send(Draft draft) {
        refuseIfClosed();
        if (!breaker.allows()) {
            throw new MemcachedFailure(
                    "memcached at " + host + " has not answered of late and is left alone for a moment", null);
        }
        try {
            return boarded(new Seat(draft));
        } catch (MemcachedFailure away) {
            refuseIfClosed();
            throw failed("memcached at " + host + " cannot be reached: " + away.getMessage(), away);
        }
    }

    private Sent boarded(Seat seat) {
        while (true) {
            Carriage waiting = boarding.get();
            if (waiting != null && line.isFit(waiting.session()) && waiting.admits(seat)) {
                return new Sent(seat, waiting);
            }
            Carriage fresh = new Carriage(line.session(), seat, this::answered);
            if (boarding.compareAndSet(waiting, fresh)) {
                write(fresh);
                return new Sent(seat, fresh);
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new MemcachedFailure("the connection to memcached at " + host + " is closed", null);
        }
    }

    private void write(Carriage fresh) {
        boolean written = false;
        try {
            fresh.session().write(fresh);
            written = true;
        } finally {
            if (!written) {
                fresh.cancelled();
            }
        }
    }

    // Not by who waits: the call that may try a server again may have nobody who waits for it any more.
    private void answered() {
        lastReply = System.nanoTime();
        if (breaker.succeeded()) {
            LOG.info("memcached at {} answers again", host);
        }
    }

    /**
     * An answer did not come in time. A connection that brought nothing at all meanwhile is given up, and
     * what waits to be sent over it with it: it shall not be carried out when its caller is long gone.
     */
    MemcachedFailure late(Session session, long since) {
        boolean isSilent = lastReply - since < 0;
        if (isSilent) {
            line.giveUp(session);
        }
        String message = "memcached at " + host + " did not answer in " + Duration.ofNanos(patience);
        return failure(message, null, isSilent ? breaker.timedOut() : breaker.failed());
    }

    MemcachedFailure lost(Session session, @Nullable Throwable cause) {
        line.giveUp(session);
        return failed("the connection to memcached at " + host + " was lost", cause);
    }

    /** The server answers, but not as it should: nobody knows what the next bytes mean. */
    MemcachedFailure refused(Session session, String refusal) {
        if (refusal.startsWith("CLIENT_ERROR")) {
            line.giveUp(session);
        }
        return new MemcachedFailure("memcached at " + host + " refuses: " + refusal, null);
    }

    private MemcachedFailure failed(String message, @Nullable Throwable cause) {
        return failure(message, cause, breaker.failed());
    }

    private MemcachedFailure failure(String message, @Nullable Throwable cause, boolean isLeftAlone) {
        if (isLeftAlone) {
            LOG.warn("memcached at {} does not answer and is left alone for a moment: {}", host, message);
        }
        return new MemcachedFailure(message, cause);
    }

    @Override
    public void close() {
        closed = true;
        line.close();
    }
}
