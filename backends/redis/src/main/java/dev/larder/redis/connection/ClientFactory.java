package dev.larder.redis.connection;

import dev.larder.redis.command.SlotHashTags;
import dev.larder.remote.Credentials;
import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Creates the client for an address. A client of a single server connects on first use; the others look for their
 * servers at once.
 */
public final class ClientFactory {
    private static final String VARIABLE = "LARDER_REDIS_";
    // A redirection counts as an attempt.
    private static final int CLUSTER_ATTEMPTS = 3;
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(2);

    private final RedisAddress address;
    private final Settings settings;
    private final Timeouts timeouts;

    public ClientFactory(RedisAddress address, Settings settings, Timeouts timeouts) {
        this.address = address;
        this.settings = settings;
        this.timeouts = timeouts;
    }

    /**
     * Reads credentials, certificates and all other settings of the client, without connecting.
     *
     * @throws IllegalArgumentException naming the setting that makes no sense
     */
    public ClientFactory check() {
        client(credentials(), address.database());
        return this;
    }

    public UnifiedJedis open() {
        return switch (address.topology()) {
            case SINGLE, SINGLE_TLS -> single();
            case SENTINEL -> sentinel();
            case CLUSTER -> cluster();
        };
    }

    private UnifiedJedis single() {
        JedisClientConfig client = client(credentials(), address.database());
        ConnectionFactory connections =
                new ConnectionFactory(new GatheringSocketFactory(address.nodes().get(0), client), client);
        return RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(connections, pool()))
                .build();
    }

    private UnifiedJedis sentinel() {
        return AnswerErrors.reading(RedisSentinelClient.builder()
                .masterName(Objects.requireNonNull(address.master()))
                .sentinels(new HashSet<>(address.nodes()))
                .sentinelClientConfig(client(sentinelCredentials(), 0))
                .clientConfig(client(credentials(), address.database()))
                .poolConfig(pool())::build);
    }

    private UnifiedJedis cluster() {
        return AnswerErrors.reading(RedisClusterClient.builder()
                .nodes(new HashSet<>(address.nodes()))
                .clientConfig(client(credentials(), 0))
                .poolConfig(pool())
                .maxAttempts(CLUSTER_ATTEMPTS)
                .maxTotalRetriesDuration(timeouts.answer())
                .topologyRefreshPeriod(TOPOLOGY_REFRESH)::build);
    }

    private Credentials credentials() {
        return Credentials.of(address.user(), address.password(), "", VARIABLE, settings, System::getenv);
    }

    // The sentinels are separate servers.
    private Credentials sentinelCredentials() {
        return Credentials.of(null, null, "sentinel-", VARIABLE + "SENTINEL_", settings, System::getenv);
    }

    private JedisClientConfig client(Credentials credentials, int database) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(Math.toIntExact(timeouts.connect().toMillis()))
                .socketTimeoutMillis(Math.toIntExact(timeouts.answer().toMillis()))
                .user(credentials.user())
                .password(credentials.password())
                .database(database)
                // Without CLIENT SETINFO, which would add a round trip and a deadline to each new connection.
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .serverDefaultProtocol();
        TlsSettings.configure(client, address, settings);
        return client.build();
    }

    private ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(timeouts.connections());
        pool.setMaxIdle(timeouts.connections());
        pool.setMaxWait(timeouts.poolWait());
        pool.setJmxEnabled(false);
        return pool;
    }

    /** A connection of the pool to any of the servers. The caller closes it. */
    public static Connection borrow(UnifiedJedis client) {
        return AnswerErrors.reading(() -> connection(client));
    }

    private static Connection connection(UnifiedJedis client) {
        if (client instanceof RedisClient single) {
            return single.getPool().getResource();
        }
        if (client instanceof RedisSentinelClient sentinel) {
            return sentinel.getPrimaryNodesConnectionMap()
                    .values()
                    .iterator()
                    .next()
                    .getResource();
        }
        if (client instanceof RedisClusterClient cluster) {
            return cluster.getConnectionFromSlot(ThreadLocalRandom.current().nextInt(SlotHashTags.SLOTS));
        }
        throw new IllegalStateException("a " + client.getClass().getName() + " does not give out connections");
    }

    /** Closes the idle connections of a client. After one connection failed, the others are likely to be dead too. */
    static void dropIdle(UnifiedJedis client) {
        if (client instanceof RedisClient single) {
            single.getPool().clear();
        } else if (client instanceof RedisSentinelClient sentinel) {
            sentinel.getPrimaryNodesConnectionMap().values().forEach(pool -> pool.clear());
        } else if (client instanceof RedisClusterClient cluster) {
            cluster.getClusterNodes().values().forEach(pool -> pool.clear());
        }
    }
}
