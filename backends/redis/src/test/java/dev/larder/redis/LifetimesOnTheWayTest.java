package dev.larder.redis;

import static dev.larder.redis.Opened.entry;
import static dev.larder.redis.Opened.key;
import static dev.larder.redis.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.server.SharedServer;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** Are expiries kept and prolonged by exactly those verbs that say so? */
final class LifetimesOnTheWayTest {
    private static final long HOUR = 3_600_000;
    private static final ByteKey KEY = key("a");

    private final long now = System.currentTimeMillis();
    private final String cache = "cache-" + UUID.randomUUID();
    private final Opened opened = new Opened(SharedServer.get().address() + "?timeout=10s", cache, Clock.SYSTEM);

    @AfterEach
    void close() {
        opened.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {HOUR, 3_000_000_000_000_000L})
    void readTouching_live_givesTheNewExpiryAndKeepsTheValue(long more) {
        opened.store.put(KEY, entry("1", now + HOUR / 2));
        ByteEntry read = present(opened.store.readTouching(KEY, now, now + more));
        assertThat(text(read)).isEqualTo("1");
        assertThat(read.expiry()).isEqualTo(now + more);
        assertThat(present(opened.store.read(KEY)).expiry()).isEqualTo(now + more);
    }

    @Test
    void readTouching_live_makesANewVersion() {
        opened.store.put(KEY, entry("1", now + HOUR));
        ByteEntry before = present(opened.store.read(KEY));
        ByteEntry touched = present(opened.store.readTouching(KEY, now, now + HOUR));
        assertThat(opened.store.exchange(KEY, before, null)).isNotSameAs(before).isNotNull();
        assertThat(opened.store.exchange(KEY, touched, null)).isSameAs(touched);
    }

    @Test
    void readTouching_expired_doesNotReviveIt() {
        opened.store.put(KEY, entry("1", now + HOUR));
        ByteEntry read = present(opened.store.readTouching(KEY, now + HOUR, now + 2 * HOUR));
        assertThat(read.expiry()).isEqualTo(now + HOUR);
    }

    @Test
    void readTouching_clearedBefore_findsNothing() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.store.clear();
        assertThat(opened.store.readTouching(KEY, now, now + HOUR)).isNull();
    }

    @Test
    void readAllTouching_someThere_givesEachInItsPlace() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.store.put(key("c"), entry("3", Stored.ETERNAL));
        List<ByteEntry> read = opened.store.readAllTouching(List.of(KEY, key("b"), key("c")), now, now + 2 * HOUR);
        assertThat(read.get(1)).isNull();
        assertThat(read.get(0).expiry()).isEqualTo(now + 2 * HOUR);
        assertThat(text(read.get(2))).isEqualTo("3");
    }

    /** What the server keeps by itself must follow, or it would drop what was prolonged. */
    @Test
    void readTouching_prolonged_movesTheServersOwnLimit() {
        opened.store.put(KEY, entry("1", now + 10_000));
        opened.store.readTouching(KEY, now, now + HOUR);
        assertThat(lifeLeft()).isGreaterThan(HOUR / 2);
        opened.store.readTouching(KEY, now, Stored.ETERNAL);
        assertThat(lifeLeft()).isEqualTo(-1);
    }

    @Test
    void putKeeping_live_takesOverItsExpiry() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.store.putKeeping(KEY, entry("two", now + 2 * HOUR), now);
        ByteEntry read = present(opened.store.read(KEY));
        assertThat(text(read)).isEqualTo("two");
        assertThat(read.expiry()).isEqualTo(now + HOUR);
        assertThat(lifeLeft()).isLessThan(HOUR + 60_000);
    }

    @Test
    void putKeeping_expired_bringsItsOwnExpiry() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.store.putKeeping(KEY, entry("2", now + 2 * HOUR), now + HOUR);
        assertThat(present(opened.store.read(KEY)).expiry()).isEqualTo(now + 2 * HOUR);
    }

    @Test
    void putKeeping_clearedBefore_bringsItsOwnExpiry() {
        opened.store.put(KEY, entry("1", Stored.ETERNAL));
        opened.store.clear();
        opened.store.putKeeping(KEY, entry("2", now + HOUR), now);
        assertThat(present(opened.store.read(KEY)).expiry()).isEqualTo(now + HOUR);
    }

    @Test
    void putAllKeeping_someThere_keepsTheirs() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.store.putAllKeeping(Map.of(KEY, entry("2", now + 2 * HOUR), key("b"), entry("3", now + 3 * HOUR)), now);
        assertThat(present(opened.store.read(KEY)).expiry()).isEqualTo(now + HOUR);
        assertThat(present(opened.store.read(key("b"))).expiry()).isEqualTo(now + 3 * HOUR);
    }

    @Test
    void swapKeeping_anything_givesWhatWasThere() {
        assertThat(opened.store.swapKeeping(KEY, entry("1", now + HOUR), now)).isNull();
        ByteEntry before = present(opened.store.swapKeeping(KEY, entry("2", now + 2 * HOUR), now));
        assertThat(text(before)).isEqualTo("1");
        assertThat(present(opened.store.read(KEY)).expiry()).isEqualTo(now + HOUR);
    }

    private static ByteEntry present(ByteEntry entry) {
        return Objects.requireNonNull(entry, "the entry");
    }

    private long lifeLeft() {
        try (Jedis own = SharedServer.get().connect()) {
            return own.pttl("larder:" + cache + ":a");
        }
    }
}
