package dev.larder.memcached;

import com.google.code.yanf4j.core.Session;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made when somebody needs it, and again when it is gone. Whoever needs one waits no longer than
 * the time allowed for connecting, and not at all once the line is closed.
 */
final class OwnLine implements Line {
    private final OwnClient client;
    private final Host host;
    private final Limits limits;
    private final @Nullable Credentials credentials;
    private final ReentrantLock connecting = new ReentrantLock();
    private final ReentrantLock adopting = new ReentrantLock();
    private volatile @Nullable Session current;
    private volatile boolean closed;

    OwnLine(OwnClient client, Host host, Limits limits, @Nullable Credentials credentials) {
        this.client = client;
        this.host = host;
        this.limits = limits;
        this.credentials = credentials;
    }

    @Override
    public boolean isFit(Session session) {
        return session == current && !session.isClosed();
    }

    @Override
    public Session session() {
        Session session = current;
        return session != null && !session.isClosed() ? session : connected();
    }

    private Session connected() {
        long deadline = System.nanoTime() + limits.connect().toNanos();
        if (!Waiting.forLock(connecting, limits.connect())) {
            throw new MemcachedFailure("another thread is still connecting to " + host, null);
        }
        try {
            Session session = current;
            if (session == null || session.isClosed()) {
                session = greeted(connect(Duration.ofNanos(deadline - System.nanoTime())));
                current = session;
            }
            return session;
        } finally {
            connecting.unlock();
        }
    }

    private Session connect(Duration patience) {
        refuseIfClosed();
        try {
            return adopted(Dial.to(host, patience));
        } catch (IOException failure) {
            throw new MemcachedFailure("no connection to " + host, failure);
        } catch (TimeoutException late) {
            throw new MemcachedFailure("no connection to " + host + " in " + limits.connect(), late);
        }
    }

    // A client that is closed would never look at it: no connection comes in between the question and the closing.
    private Session adopted(SocketChannel channel) throws IOException {
        boolean adopted = false;
        adopting.lock();
        try {
            refuseIfClosed();
            Session session = client.adopt(channel, host);
            adopted = true;
            return session;
        } finally {
            adopting.unlock();
            if (!adopted) {
                channel.close();
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new MemcachedFailure("the connection to " + host + " is closed, with its cache manager", null);
        }
    }

    private Session greeted(Session session) {
        if (credentials != null) {
            Seat seat = new Seat(Drafts.greeting(credentials));
            Carriage greeting = new Carriage(session, seat, () -> {});
            session.write(greeting);
            if (!Waiting.forLatch(seat.back(), limits.answer().toNanos(), TimeUnit.NANOSECONDS)
                    || greeting.getException() != null
                    || !((Status) seat.replies().get(0)).isDone()) {
                giveUp(session);
                throw new MemcachedFailure(host + " does not accept the user name and password", null);
            }
        }
        return session;
    }

    @Override
    public void giveUp(Session session) {
        if (current == session) {
            current = null;
        }
        session.close();
    }

    @Override
    public void close() {
        adopting.lock(); // held for moments only: nobody waits for anything under it
        closed = true;
        adopting.unlock();
        Session session = current;
        if (session != null) {
            session.close();
        }
    }
}
