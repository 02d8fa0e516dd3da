package dev.larder.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * The client of a backend, made when first needed and again as long as that fails: clients of clusters and
 * sentinels want to see their servers when they are made, which must not keep an application from starting.
 */
final class Client implements AutoCloseable {
    private final Supplier<UnifiedJedis> maker;
    private final Duration patience;
    private final boolean owned;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable UnifiedJedis made;
    private volatile boolean closed;

    private Client(Supplier<UnifiedJedis> maker, Duration patience, boolean owned) {
        this.maker = maker;
        this.patience = patience;
        this.owned = owned;
    }

    /**
     * One that is made here, and closed with this.
     *
     * @param patience how long to wait for another thread that is just making it
     */
    static Client own(Supplier<UnifiedJedis> maker, Duration patience) {
        return new Client(maker, patience, true);
    }

    /** The application's, which is not closed. */
    static Client of(UnifiedJedis client) {
        return new Client(() -> client, Duration.ZERO, false);
    }

    /** Throws a {@code JedisException} if there is no reaching the servers, IllegalStateException if closed. */
    UnifiedJedis get() {
        UnifiedJedis client = made;
        return client == null ? make() : client;
    }

    /** The client if there is one already. */
    @Nullable
    UnifiedJedis ifMade() {
        return made;
    }

    boolean isClosed() {
        return closed;
    }

    private UnifiedJedis make() {
        if (!tryLock()) {
            throw new JedisConnectionException("another thread is still looking for the servers");
        }
        try {
            UnifiedJedis client = made;
            if (client == null) {
                if (closed) {
                    throw new IllegalStateException("closed");
                }
                client = maker.get();
                made = client;
            }
            return client;
        } finally {
            making.unlock();
        }
    }

    private boolean tryLock() {
        try {
            return making.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        making.lock();
        try {
            closed = true;
            UnifiedJedis client = made;
            if (client != null && owned) {
                client.close();
            }
        } finally {
            making.unlock();
        }
    }
}
