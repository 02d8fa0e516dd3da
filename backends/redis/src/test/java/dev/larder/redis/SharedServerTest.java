package dev.larder.redis;

import static dev.larder.redis.Opened.entry;
import static dev.larder.redis.Opened.key;
import static dev.larder.redis.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.server.RedisServer;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Clock;
import dev.larder.spi.Stored;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** Several JVMs and applications share a server without disturbing each other. */
final class SharedServerTest {
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void clock_wrongInOneJvm_isTheServersInBoth() {
        try (Opened early = new Opened(address(), "time", () -> System.currentTimeMillis() - 3_600_000);
                Opened late = new Opened(address(), "time", () -> System.currentTimeMillis() + 3_600_000)) {
            Clock one = early.backend.clock(Clock.SYSTEM);
            Clock other = late.backend.clock(Clock.SYSTEM);
            assertThat(Math.abs(one.millis() - other.millis())).isLessThan(1_000);
            assertThat(Math.abs(one.millis() - System.currentTimeMillis())).isLessThan(1_000);
        }
    }

    @Test
    void clear_byAnotherJvm_isSeenByTheNextReadAndWrite() {
        try (Opened one = new Opened(address(), "seen", Clock.SYSTEM);
                Opened other = new Opened(address(), "seen", Clock.SYSTEM)) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            other.store.put(key("b"), entry("1", Stored.ETERNAL));
            other.store.clear();
            assertThat(one.store.read(key("a"))).isNull();
            other.store.clear();
            // This JVM remembers the stamp of before.
            one.store.put(key("a"), entry("2", Stored.ETERNAL));
            assertThat(textOf(other.store.read(key("a")))).isEqualTo("2");
            other.store.clear();
            assertThat(one.store.swap(key("a"), entry("3", Stored.ETERNAL))).isNull();
            assertThat(textOf(other.store.read(key("a")))).isEqualTo("3");
            other.store.clear();
            assertThat(one.store.exchange(key("a"), null, entry("4", Stored.ETERNAL)))
                    .isNull();
            assertThat(textOf(other.store.read(key("a")))).isEqualTo("4");
        }
    }

    /** As an evicting server may lose any key. */
    @Test
    void stamp_lost_forgetsAllAndNothingComesBack() {
        try (Opened one = new Opened(address(), "lost", Clock.SYSTEM);
                Opened other = new Opened(address(), "lost", Clock.SYSTEM);
                Jedis own = server.connect()) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            other.store.read(key("a"));
            own.del("larder:lost");
            assertThat(one.store.read(key("a"))).isNull();
            other.store.put(key("b"), entry("2", Stored.ETERNAL));
            assertThat(one.store.read(key("a"))).isNull();
            assertThat(textOf(one.store.read(key("b")))).isEqualTo("2");
        }
    }

    @Test
    void others_hundredThousandKeys_areNeverTouched() {
        int foreign = 100_000;
        try (Opened opened = new Opened(address(), "own*[a-z]?", Clock.SYSTEM);
                Jedis own = server.connect()) {
            try (Pipeline pipeline = own.pipelined()) {
                for (int i = 0; i < foreign; i++) {
                    pipeline.set((i % 2 == 0 ? "larder" : "larder:own") + i, "theirs");
                }
            }
            long before = own.dbSize();
            for (int i = 0; i < 500; i++) {
                opened.store.put(key("k" + i), entry("v" + i, Stored.ETERNAL));
            }
            assertThat(opened.store.iterator()).toIterable().hasSize(500);
            opened.store.clear();
            assertThat(opened.store.iterator().hasNext()).isFalse();
            // All that may stay is the stamp.
            awaitSize(own, before + 1);
        }
    }

    private static void awaitSize(Jedis own, long size) {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (own.dbSize() != size) {
            assertThat(System.nanoTime() - end)
                    .as("memory is freed in time, down to %s keys; now %s", size, own.dbSize())
                    .isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String textOf(ByteEntry entry) {
        return entry == null ? null : text(entry);
    }

    private static String address() {
        return server.address() + "?timeout=10s";
    }
}
