package dev.larder.benchmarks.redis;

import java.net.URI;
import java.util.Arrays;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.redisson.config.Config;
import org.redisson.jcache.configuration.RedissonConfiguration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;

/** Whose way to Redis is measured. */
enum Contender {
    LARDER("Larder") {
        @Override
        Peer open(String address) {
            CacheManager manager = manager("dev.larder.LarderCachingProvider", URI.create(address));
            return new JCachePeer(manager.createCache("benchmark", plain()), manager::close);
        }
    },
    REDISSON("Redisson's JCache") {
        @Override
        Peer open(String address) {
            Config config = new Config();
            config.useSingleServer()
                    .setAddress(address)
                    .setConnectionPoolSize(CONNECTIONS)
                    .setConnectionMinimumIdleSize(CONNECTIONS);
            CacheManager manager = manager("org.redisson.jcache.JCachingProvider", null);
            Configuration<String, byte[]> configuration = RedissonConfiguration.fromConfig(config, plain());
            return new JCachePeer(manager.createCache("benchmark", configuration), manager::close);
        }
    },
    JEDIS("raw Jedis") {
        @Override
        Peer open(String address) {
            ConnectionPoolConfig pool = new ConnectionPoolConfig();
            pool.setMaxTotal(CONNECTIONS);
            pool.setMaxIdle(CONNECTIONS);
            pool.setJmxEnabled(false);
            return new JedisPeer(RedisClient.builder()
                    .fromURI(URI.create(address))
                    .poolConfig(pool)
                    .build());
        }
    },
    LETTUCE("raw Lettuce") {
        @Override
        Peer open(String address) {
            return new LettucePeer(address);
        }
    };

    private static final int CONNECTIONS = 16;

    /** The seal, the header and the codec's word that these are bytes. */
    private static final int OVERHEAD = 8 + 24 + 4;

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract Peer open(String address);

    /** What this contender is given, so that all of them send about as many bytes as Larder does. */
    byte[] carried(byte[] value) {
        boolean raw = this == JEDIS || this == LETTUCE;
        return raw ? Arrays.copyOf(value, value.length + OVERHEAD) : value;
    }

    @SuppressWarnings("NullAway") // the standard takes null for the provider's own
    private static CacheManager manager(String provider, @org.jspecify.annotations.Nullable URI uri) {
        return Caching.getCachingProvider(provider).getCacheManager(uri, null);
    }

    private static MutableConfiguration<String, byte[]> plain() {
        return new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class);
    }
}
