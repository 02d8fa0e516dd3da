package dev.larder.memcached;

import com.google.code.yanf4j.core.Session;
import dev.larder.spi.Breaker;
import java.time.Duration;
import java.util.List;
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

    /** Sends a draft and waits for its replies: one round trip. */
    List<Reply> ask(Draft draft) {
        return begin(draft).replies();
    }

    /** Sends a draft; a failure shows when one asks for the replies. Waits for a new connection at most. */
    Call begin(Draft draft) {
        return new Call(this, draft, System.nanoTime() + patience);
    }

    /** A request that has been sent, with the connection that it was sent over. */
    record Sent(Request request, Session session) {}

    Sent send(Draft draft) {
        if (!breaker.allows()) {
            throw new MemcachedFailure(
                    "memcached at " + host + " has not answered of late and is left alone for a moment", null);
        }
        try {
            Session session = line.session();
            Request request = new Request(draft);
            session.write(request);
            return new Sent(request, session);
        } catch (MemcachedFailure away) {
            throw failed("memcached at " + host + " cannot be reached: " + away.getMessage(), away);
        }
    }

    void answered() {
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
        if (lastReply - since < 0) {
            line.giveUp(session);
        }
        return failed("memcached at " + host + " did not answer in " + Duration.ofNanos(patience), null);
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
        if (breaker.failed()) {
            LOG.warn("memcached at {} does not answer and is left alone for a moment: {}", host, message);
        }
        return new MemcachedFailure(message, cause);
    }

    @Override
    public void close() {
        line.close();
    }
}
