package dev.larder.redis.connection;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** The application's own client, if the manager's properties contain one. Larder uses it and never closes it. */
public final class ApplicationClient {
    private static final String NAME = "larder.redis.client";

    private ApplicationClient() {}

    /**
     * The client; null if the properties contain none.
     *
     * @throws IllegalArgumentException if the property is not a client, or the client does not fit the address
     */
    public static @Nullable UnifiedJedis in(Properties properties, RedisAddress address) {
        Object given = properties.get(NAME);
        if (given == null) {
            return null;
        }
        if (!(given instanceof UnifiedJedis client) || given instanceof JedisCluster) {
            throw new IllegalArgumentException(
                    "property '" + NAME + "' holds a " + given.getClass().getName()
                            + "; it takes a RedisClient, RedisSentinelClient or RedisClusterClient");
        }
        if (client instanceof RedisClusterClient != (address.topology() == Topology.CLUSTER)) {
            throw new IllegalArgumentException("property '" + NAME + "' holds a "
                    + given.getClass().getName() + ", which does not match the store address '" + address
                    + "': use redis-cluster: for cluster clients, redis: or redis-sentinel: for all others");
        }
        return client;
    }
}
