package dev.larder.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.fault.Workload;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.SharedServer;
import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The application's own client is used, and left open. */
final class ApplicationClientTest {

    /** No server listens at the address, so every stored entry went through the client. */
    @Test
    void client_inProperties_isUsedAndNotClosed() {
        String nowhere = "redis://127.0.0.1:" + RedisServer.freePort();
        try (RedisClient client = client()) {
            try (CacheManager manager = manager(nowhere, client)) {
                Cache<String, String> cache = Workload.cache(manager, "faults");
                cache.put("a", "1");
                assertThat(cache.get("a")).isEqualTo("1");
                assertThat(cache.unwrap(UnifiedJedis.class)).isSameAs(client);
                assertThat(client.exists("larder:faults:a")).isTrue();
                cache.clear();
            }
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void client_ofAnotherKindThanTheAddress_isRefused() {
        try (RedisClient client = client()) {
            assertThatThrownBy(() -> manager("redis-cluster://127.0.0.1:1", client))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("larder.redis.client")
                    .hasMessageContaining("redis-cluster:");
        }
        assertThatThrownBy(() -> manager("redis://127.0.0.1:1", "text"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("java.lang.String");
    }

    private static RedisClient client() {
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", SharedServer.get().port()))
                .build();
    }

    private static CacheManager manager(String address, Object client) {
        Properties properties = new Properties();
        properties.put("larder.redis.client", client);
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), ApplicationClientTest.class.getClassLoader(), properties);
    }
}
