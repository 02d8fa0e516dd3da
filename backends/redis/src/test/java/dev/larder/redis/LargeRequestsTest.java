package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.Certificate;
import dev.larder.redis.server.RedisCluster;
import dev.larder.redis.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that sends more than the sockets hold ends in time, even if the server stops reading. */
// In a thread of its own, for one that writes to a socket hears no interrupt.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeRequestsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final int LARGE = 24_000_000;

    @Test
    void write_serverPaused_failsInTime() {
        try (RedisServer server = RedisServer.start();
                CacheManager manager = IncrementingJvm.manager(server.address() + "?timeout=1s")) {
            assertFailInTime(manager, List.of(server));
        }
    }

    @Test
    void write_serverByTlsPaused_failsInTime() {
        Certificate here = Certificate.of("ip:127.0.0.1");
        int port = RedisServer.freePort();
        String trusting = "&tls-trust-store=" + here.trust() + "&tls-trust-store-password=" + Certificate.PASSWORD;
        try (RedisServer server = RedisServer.start(here.options(port, "no"));
                CacheManager manager =
                        IncrementingJvm.manager("rediss://127.0.0.1:" + port + "?timeout=1s" + trusting)) {
            assertFailInTime(manager, List.of(server));
        }
    }

    @Test
    void write_clusterPaused_failsInTime() {
        try (RedisCluster cluster = RedisCluster.start();
                CacheManager manager = IncrementingJvm.manager(cluster.address() + "?timeout=1s")) {
            assertFailInTime(manager, cluster.nodes());
        }
    }

    /** A question may be large as well. */
    @Test
    void getAll_longKeysAndLargeValues_come() {
        try (RedisServer server = RedisServer.start();
                CacheManager manager = IncrementingJvm.manager(server.address() + "?timeout=1s")) {
            Cache<String, byte[]> cache = cache(manager);
            Map<String, byte[]> many = some(200, "k".repeat(200), LARGE / 200);
            cache.putAll(many);
            assertThat(cache.getAll(many.keySet())).hasSize(many.size());
        }
    }

    private static void assertFailInTime(CacheManager manager, List<RedisServer> servers) {
        Cache<String, byte[]> cache = cache(manager);
        byte[] large = noise(LARGE);
        Map<String, byte[]> many = some(400, "many ", LARGE / 400);
        // What is there before learns the slots, the stamps and the scripts.
        cache.putAll(many);
        cache.put("a", noise(10));

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> cache.put("a", large), () -> cache.putAll(many), () -> cache.put("a", noise(10)))) {
            servers.forEach(RedisServer::pause);
            assertFailsInTime(call);
            servers.forEach(RedisServer::resume);
            Workload.untilWorks(() -> cache.put("b", large));
            assertThat(cache.get("b")).isEqualTo(large);
        }
    }

    private static void assertFailsInTime(ThrowingCallable call) {
        long begin = System.nanoTime();
        assertThatThrownBy(call)
                .isInstanceOf(CacheException.class)
                .message()
                .contains("cache 'heavy'")
                .containsIgnoringCase("timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE.multipliedBy(2));
    }

    private static Map<String, byte[]> some(int number, String start, int size) {
        byte[] value = noise(size);
        return IntStream.range(0, number).boxed().collect(Collectors.toMap(i -> start + i, i -> value));
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Cache<String, byte[]> cache(CacheManager manager) {
        return manager.createCache(
                "heavy", new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
    }
}
