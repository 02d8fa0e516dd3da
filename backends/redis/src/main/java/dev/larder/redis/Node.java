package dev.larder.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.RedisClusterClient;

/** One server of those behind an address. */
interface Node {
    Watch WATCH = new Watch();

    @Nullable
    Object send(Request request);

    /** All of them; replicas of a cluster may be among them. */
    static List<Node> all(Wire wire) {
        if (wire.client() instanceof RedisClusterClient cluster) {
            return cluster.getClusterNodes().values().stream()
                    .<Node>map(pool -> request -> wire.told(() -> sent(pool, request)))
                    .toList();
        }
        return List.of(wire::one);
    }

    private static @Nullable Object sent(ConnectionPool pool, Request request) {
        try (Connection connection = pool.getResource()) {
            return WATCH.exchange(connection, request);
        }
    }
}
