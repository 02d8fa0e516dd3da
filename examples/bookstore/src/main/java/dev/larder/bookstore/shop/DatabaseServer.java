package dev.larder.bookstore.shop;

import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 behind a free port of the loopback, in this process. */
public final class DatabaseServer implements Database {
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server;

    private DatabaseServer(Server server) {
        this.server = server;
    }

    /** Starts it. */
    public static DatabaseServer start() {
        // H2 reads this when it is first used. Without it the port would be open on every address.
        System.setProperty("h2.bindAddress", LOOPBACK);
        try {
            return new DatabaseServer(
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start());
        } catch (SQLException refused) {
            throw new IllegalStateException("no database server on " + LOOPBACK + ": " + refused.getMessage(), refused);
        }
    }

    @Override
    public String url(String shop) {
        return "jdbc:h2:tcp://" + LOOPBACK + ":" + server.getPort() + "/" + Database.inMemory(shop);
    }

    @Override
    public void close() {
        server.stop();
    }
}
