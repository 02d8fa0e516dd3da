package dev.larder.memcached;

import com.google.code.yanf4j.core.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.networking.MemcachedSession;
import net.rubyeye.xmemcached.utils.InetSocketAddressWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made when somebody needs it, and again when it is gone. The client's own healing is
 * of no use here: it waits longer after each attempt, without a bound.
 */
final class OwnLine implements Line {
    private final MemcachedClient client;
    private final Host host;
    private final Limits limits;
    private final @Nullable Credentials credentials;
    private final Executor executor;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable Session current;

    OwnLine(MemcachedClient client, Host host, Limits limits, @Nullable Credentials credentials, Executor executor) {
        this.client = client;
        this.host = host;
        this.limits = limits;
        this.credentials = credentials;
        this.executor = executor;
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
        if (!Waiting.forLock(connecting, limits.connect())) {
            throw new MemcachedFailure("another thread is still connecting to " + host, null);
        }
        try {
            Session session = current;
            if (session == null || session.isClosed()) {
                session = connect();
                current = session;
            }
            return session;
        } finally {
            connecting.unlock();
        }
    }

    private Session connect() {
        InetSocketAddress address = host.resolved();
        try {
            Future<Boolean> connected =
                    client.getConnector().connect(new InetSocketAddressWrapper(address, 0, host.weight(), null, false));
            if (!Waiting.forFuture(connected, limits.connect())) {
                throw new MemcachedFailure("no connection to " + host, null);
            }
        } catch (IOException | ExecutionException failure) {
            throw new MemcachedFailure("no connection to " + host, failure);
        } catch (TimeoutException late) {
            throw new MemcachedFailure("no connection to " + host + " in " + limits.connect(), late);
        }
        return greeted(adopted(address));
    }

    // The client puts a new connection among those to the same address and does not say which it is.
    private Session adopted(InetSocketAddress address) {
        Queue<Session> sessions = client.getConnector().getSessionByAddress(address);
        if (sessions != null) {
            for (Session session : sessions) {
                MemcachedSession each = (MemcachedSession) session;
                if (each.isAllowReconnect()) {
                    each.setAllowReconnect(false);
                    return session;
                }
            }
        }
        throw new MemcachedFailure(host + " closed the connection at once", null);
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

    /** Not in this thread: closing waits for what is still to be sent. */
    @Override
    public void giveUp(Session session) {
        if (current == session) {
            current = null;
        }
        try {
            executor.execute(session::close);
        } catch (RejectedExecutionException closing) {
            session.close();
        }
    }

    @Override
    public void close() {
        Session session = current;
        if (session != null) {
            session.close();
        }
    }
}
