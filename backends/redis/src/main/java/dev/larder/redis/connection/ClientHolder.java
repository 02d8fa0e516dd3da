package dev.larder.redis.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Holds the client of a backend. It creates the client on first use and tries again after each failure. Clients
 * of clusters and sentinels connect when they are created; an unreachable server must not stop the application
 * from starting.
 */
public final class ClientHolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientHolder.class);

    /** How many times the timeout {@link #close} waits at most. */
    private static final int CLOSE_TIMEOUT_FACTOR = 2;

    private final Supplier<UnifiedJedis> factory;
    private final Duration timeout;
    private final boolean owned;
    private final ReentrantLock creating = new ReentrantLock();
    private volatile @Nullable UnifiedJedis created;
    private volatile boolean closed;

    private ClientHolder(Supplier<UnifiedJedis> factory, Duration timeout, boolean owned) {
        this.factory = factory;
        this.timeout = timeout;
        this.owned = owned;
    }

    /**
     * A client that is created here and closed with this holder.
     *
     * @param timeout how long to wait for another thread that is creating the client
     */
    public static ClientHolder own(Supplier<UnifiedJedis> factory, Duration timeout) {
        return new ClientHolder(factory, timeout, true);
    }

    /** The application's client, which is not closed. */
    public static ClientHolder of(UnifiedJedis client) {
        return new ClientHolder(() -> client, Duration.ZERO, false);
    }

    /**
     * The client. Throws a {@code JedisException} if no server can be reached, an {@code IllegalStateException}
     * if closed.
     */
    public UnifiedJedis get() {
        UnifiedJedis client = created;
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return client == null ? create() : client;
    }

    /** The client; null if it has not been created yet. */
    @Nullable
    UnifiedJedis ifCreated() {
        return created;
    }

    public boolean isClosed() {
        return closed;
    }

    private UnifiedJedis create() {
        if (!tryLock()) {
            throw new JedisConnectionException("another thread is still connecting to the servers");
        }
        try {
            UnifiedJedis client = created;
            if (client == null) {
                if (closed) {
                    throw new IllegalStateException("closed");
                }
                client = created(factory.get());
            }
            return client;
        } finally {
            creating.unlock();
        }
    }

    private UnifiedJedis created(UnifiedJedis client) {
        created = client;
        if (closed && owned) {
            client.close();
            throw new IllegalStateException("closed");
        }
        return client;
    }

    private boolean tryLock() {
        try {
            return creating.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits at most twice the timeout. A client that takes longer continues closing in the background. */
    @Override
    public void close() {
        closed = true;
        // A thread that is creating the client sees the flag and closes the client itself.
        UnifiedJedis client = created;
        if (client != null && owned) {
            closeWithin(client);
        }
    }

    // With TLS each connection waits for the server's close_notify. Clients of sentinels and clusters have
    // threads that may be connecting.
    private void closeWithin(UnifiedJedis client) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> closeAndComplete(client, end), "larder-redis-close");
        thread.setDaemon(true);
        try {
            thread.start();
            end.get(CLOSE_TIMEOUT_FACTOR * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.info("the connections to Redis are slow to close; closing continues in the background");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            LOG.debug("a connection to Redis did not close cleanly", failure);
        } catch (OutOfMemoryError noThread) {
            closeAndComplete(client, end);
        }
    }

    private static void closeAndComplete(UnifiedJedis client, CompletableFuture<Void> end) {
        try {
            client.close();
            end.complete(null);
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        }
    }
}
