package dev.larder.memcached.connection;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.MemcachedFailure;

/** The connection to one server. Thread-safe; all threads share it, their commands travel in a row. */
public interface ServerConnection extends AutoCloseable {

    /**
     * An open connection, which is made if there is none.
     *
     * @throws MemcachedFailure if there is none in time
     */
    Session session();

    /** Whether something may still be sent over a connection that this line gave. */
    boolean isFit(Session session);

    /** Gives a connection up: nothing is sent over it any more, and what waits for it fails. */
    void giveUp(Session session);

    @Override
    void close();
}
