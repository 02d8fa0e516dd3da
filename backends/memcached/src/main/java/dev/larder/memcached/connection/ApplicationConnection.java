package dev.larder.memcached.connection;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.MemcachedFailure;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import net.rubyeye.xmemcached.MemcachedClient;

/** A connection of the application's client. That client opens, repairs and closes its connections itself. */
public final class ApplicationConnection implements ServerConnection {
    private final MemcachedClient client;
    private final ServerAddress serverAddress;

    public ApplicationConnection(MemcachedClient client, ServerAddress serverAddress) {
        this.client = client;
        this.serverAddress = serverAddress;
    }

    @Override
    public boolean isUsable(Session session) {
        return !session.isClosed();
    }

    @Override
    public Session session() {
        Queue<Session> sessions = client.getConnector().getSessionByAddress(serverAddress.resolved());
        if (sessions != null) {
            Session[] open = sessions.stream().filter(each -> !each.isClosed()).toArray(Session[]::new);
            if (open.length > 0) {
                return open[ThreadLocalRandom.current().nextInt(open.length)];
            }
        }
        throw new MemcachedFailure("the application's client has no connection to " + serverAddress, null);
    }

    @Override
    public void abandon(Session session) {
        // The connection belongs to the application.
    }

    @Override
    public void close() {
        // The client belongs to the application.
    }
}
