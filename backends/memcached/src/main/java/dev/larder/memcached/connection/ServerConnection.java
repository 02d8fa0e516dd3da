package dev.larder.memcached.connection;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.MemcachedFailure;

/** The connection to one server. Thread-safe: all threads share it, and their commands are sent one after another. */
public interface ServerConnection extends AutoCloseable {

    /**
     * An open connection. Opens one if there is none.
     *
     * @throws MemcachedFailure if no connection was opened in time
     */
    Session session();

    /** Whether a connection returned by {@link #session} may still be used. */
    boolean isUsable(Session session);

    /** Abandons a connection. No more requests are sent over it, and the waiting ones fail. */
    void abandon(Session session);

    @Override
    void close();
}
