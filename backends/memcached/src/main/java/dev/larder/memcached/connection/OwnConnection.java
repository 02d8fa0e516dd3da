package dev.larder.memcached.connection;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.Requests;
import dev.larder.memcached.protocol.StatusReply;
import dev.larder.remote.Credentials;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is opened on first use and again after a loss. A caller waits at most for the connect
 * timeout, and not at all once the connection is closed.
 */
public final class OwnConnection implements ServerConnection {
    private final LarderMemcachedClient client;
    private final ServerAddress serverAddress;
    private final Timeouts timeouts;
    private final @Nullable Credentials credentials;
    private final ReentrantLock connecting = new ReentrantLock();
    private final ReentrantLock adoptLock = new ReentrantLock();
    private volatile @Nullable Session current;
    private volatile boolean closed;

    public OwnConnection(
            LarderMemcachedClient client,
            ServerAddress serverAddress,
            Timeouts timeouts,
            @Nullable Credentials credentials) {
        this.client = client;
        this.serverAddress = serverAddress;
        this.timeouts = timeouts;
        this.credentials = credentials;
    }

    @Override
    public boolean isUsable(Session session) {
        return session == current && !session.isClosed();
    }

    @Override
    public Session session() {
        Session session = current;
        return session != null && !session.isClosed() ? session : openSession();
    }

    private Session openSession() {
        long deadline = System.nanoTime() + timeouts.connect().toNanos();
        if (!UninterruptibleWait.forLock(connecting, timeouts.connect())) {
            throw new MemcachedFailure("another thread is still connecting to " + serverAddress + late(), null);
        }
        try {
            Session session = current;
            if (session == null || session.isClosed()) {
                session = authenticate(connect(Duration.ofNanos(deadline - System.nanoTime())));
                current = session;
            }
            return session;
        } finally {
            connecting.unlock();
        }
    }

    private Session connect(Duration timeout) {
        refuseIfClosed();
        try {
            return adopt(ConnectionAttempt.to(serverAddress, timeout));
        } catch (IOException failure) {
            throw new MemcachedFailure("no connection to " + serverAddress, failure);
        } catch (TimeoutException late) {
            throw new MemcachedFailure("no connection to " + serverAddress + late(), late);
        }
    }

    private String late() {
        return " after " + timeouts.connect().toMillis() + " ms; the setting connect-timeout allows it more";
    }

    // A closed client would ignore the connection. The lock keeps a close from coming between the check and the
    // handover.
    private Session adopt(SocketChannel channel) throws IOException {
        boolean adopted = false;
        adoptLock.lock();
        try {
            refuseIfClosed();
            Session session = client.adopt(channel, serverAddress);
            adopted = true;
            return session;
        } finally {
            adoptLock.unlock();
            if (!adopted) {
                channel.close();
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new MemcachedFailure(
                    "the connection to " + serverAddress + " is closed, with its cache manager", null);
        }
    }

    private Session authenticate(Session session) {
        if (credentials != null) {
            PendingCall pendingCall = new PendingCall(Requests.authentication(credentials));
            BatchedCommand greeting = new BatchedCommand(session, pendingCall, () -> {});
            session.write(greeting);
            if (!UninterruptibleWait.forLatch(
                            pendingCall.done(), timeouts.answer().toNanos(), TimeUnit.NANOSECONDS)
                    || greeting.getException() != null
                    || !((StatusReply) pendingCall.replies().get(0)).succeeded()) {
                abandon(session);
                throw new MemcachedFailure(serverAddress + " does not accept the user name and password", null);
            }
        }
        return session;
    }

    @Override
    public void abandon(Session session) {
        if (current == session) {
            current = null;
        }
        session.close();
    }

    @Override
    public void close() {
        adoptLock.lock(); // held only briefly: no code waits under it
        closed = true;
        adoptLock.unlock();
        Session session = current;
        if (session != null) {
            session.close();
        }
    }
}
