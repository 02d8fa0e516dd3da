package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.SharedServer;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** An entry outlives its expiry on the server only if a listener needs its event. */
final class ExpiredEventsTest {
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final String name = "expired-" + UUID.randomUUID();
    private final CacheManager manager =
            IncrementingJvm.manager(SharedServer.get().address() + "?timeout=10s");
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void put_noListener_serverDropsSoonAfterExpiry() {
        cache(Duration.ONE_HOUR).put("a", "1");
        assertThat(lifeLeft()).isBetween(HOUR - MINUTE, HOUR + 2_000);
    }

    @Test
    void put_expiredListener_serverKeepsItForTheSweep() {
        Cache<String, String> cache = cache(Duration.ONE_HOUR);
        listen(cache);
        cache.put("a", "1");
        assertThat(lifeLeft()).isGreaterThan(HOUR + MINUTE);
    }

    /** The server's clock cannot be wound, so this one waits for real. */
    @Test
    void get_expired_reportsTheOldValueOnce() {
        Cache<String, String> cache = cache(new Duration(TimeUnit.MILLISECONDS, 50));
        listen(cache);
        cache.put("a", "1");
        while (cache.get("a") != null) {
            Thread.onSpinWait();
        }
        assertThat(cache.get("a")).isNull();
        assertThat(received).containsExactly("a=1");
    }

    private Cache<String, String> cache(Duration created) {
        return manager.createCache(
                name,
                new MutableConfiguration<String, String>()
                        .setTypes(String.class, String.class)
                        .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(created)));
    }

    private void listen(Cache<String, String> cache) {
        CacheEntryExpiredListener<String, String> listener =
                events -> events.forEach(event -> received.add(event.getKey() + "=" + event.getOldValue()));
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true));
    }

    private long lifeLeft() {
        try (Jedis own = SharedServer.get().connect()) {
            return own.pttl("larder:" + name + ":a");
        }
    }
}
