package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.RedisClusterClient;

/** One of the servers behind an address. */
public interface Node {
    WriteTimeouts WRITE_TIMEOUTS = new WriteTimeouts();

    @Nullable
    Object send(Request request);

    /** All servers. In a cluster, replicas may be among them. */
    static List<Node> all(CommandExecutor commandExecutor) {
        if (commandExecutor.client() instanceof RedisClusterClient cluster) {
            return cluster.getClusterNodes().values().stream()
                    .<Node>map(pool -> request -> commandExecutor.translatingFailures(() -> sendTo(pool, request)))
                    .toList();
        }
        return List.of(commandExecutor::send);
    }

    private static @Nullable Object sendTo(ConnectionPool pool, Request request) {
        try (Connection connection = AnswerErrors.reading(pool::getResource)) {
            return WRITE_TIMEOUTS.exchange(connection, request);
        }
    }
}
