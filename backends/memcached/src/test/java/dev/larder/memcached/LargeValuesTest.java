package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.process.IncrementingJvm;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.SharedServer;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values near a server's size limit, and above it. */
final class LargeValuesTest {
    private static final int MIB = 1 << 20;
    private static final String PATIENT = "?timeout=10s";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_000, 4_096, 16_384, 131_072, 131_073, 900_000})
    void value_ofAnySize_comesBackAsItWas(int size) {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        try (Opened opened = new Opened(SharedServer.get().address() + PATIENT, "large " + UUID.randomUUID())) {
            ByteEntry written = entry(payload, Stored.ETERNAL);
            opened.store.put(key("a"), written);
            opened.store.put(key("b"), entry("small", Stored.ETERNAL));
            ByteEntry read = opened.store.read(key("a"));
            assertThat(Arrays.equals(read.bytes(), written.bytes())).isTrue();
            ByteEntry next = entry(payload, Stored.ETERNAL);
            assertThat(opened.store.exchange(key("a"), read, next)).isSameAs(read);
            assertThat(opened.store.exchange(key("a"), read, null)).isNotSameAs(read);
            assertThat(opened.store.readAll(java.util.List.of(key("b"), key("a"))))
                    .extracting(each -> each.bytes().length)
                    .containsExactly(25, size + 20);
        }
    }

    /** Alone it takes one or two; with the client's own buffers it would be more than five hundred. */
    @Test
    void value_of900Kilobytes_takesMilliseconds() {
        try (Opened opened = new Opened(SharedServer.get().address() + PATIENT, "quick " + UUID.randomUUID())) {
            ByteEntry large = entry(new byte[900_000], Stored.ETERNAL);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 30; i++) {
                long begin = System.nanoTime();
                opened.store.put(key("a"), large);
                opened.store.read(key("a"));
                best = Math.min(best, System.nanoTime() - begin);
            }
            assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB, 2 * MIB, 4 * MIB})
    void value_upToTheServersOwnLimit_fits(int limit) {
        try (MemcachedServer server = MemcachedServer.start("-I", Integer.toString(limit), "-m", "256");
                Opened opened = new Opened(server.address() + PATIENT, "limit")) {
            int most = opened.store.maxEntryBytes();
            assertThat(most).isBetween(limit - 1_000, limit);
            String longest = "k".repeat(opened.store.maxKeyBytes());
            ByteEntry entry = entry(new byte[most - 20], Stored.ETERNAL);
            opened.store.put(key(longest), entry);
            assertThat(opened.store.read(key(longest)).bytes()).hasSize(most);
        }
    }

    @Test
    void value_beyondTheLimit_isRefusedBeforeAnythingIsWritten() {
        try (CacheManager manager = IncrementingJvm.manager(SharedServer.get().address() + PATIENT)) {
            Cache<String, byte[]> cache = manager.createCache(
                    "beyond " + UUID.randomUUID(),
                    new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
            cache.put("a", new byte[] {1});
            assertThatThrownBy(() -> cache.put("a", new byte[MIB]))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("beyond")
                    .hasMessageContaining("1048064");
            assertThatThrownBy(() -> cache.putAll(Map.of("a", new byte[MIB]))).isInstanceOf(CacheException.class);
            assertThat(cache.get("a")).containsExactly(1);
        }
    }

    /** If the limit could not be asked for, the server refuses; it then drops what was there. */
    @Test
    void value_beyondALimitUnknownToUs_isRefusedAndNothingOldRemains() {
        try (MemcachedServer server = MemcachedServer.start();
                Opened opened = new Opened(server.address() + PATIENT + "&max-entry-bytes=9000000", "unknown")) {
            opened.store.put(key("a"), entry("1", Stored.ETERNAL));
            assertThatThrownBy(() -> opened.store.put(key("a"), entry(new byte[MIB], Stored.ETERNAL)))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("too large");
            assertThat(opened.store.read(key("a"))).isNull();
        }
    }
}
