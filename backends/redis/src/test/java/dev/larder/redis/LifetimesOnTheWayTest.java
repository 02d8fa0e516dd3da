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
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Exactly the operations that should do so keep or prolong an expiry. */
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

    /** What the server keeps by itself must follow, or it would drop what was prolonged. */
    @Test
    void readTouching_prolonged_movesTheServersOwnLimit() {
        opened.store.put(KEY, entry("1", now + 10_000));
        opened.touch(KEY, now, now + HOUR);
        assertThat(lifeLeft()).isGreaterThan(HOUR / 2);
        opened.touch(KEY, now, Stored.ETERNAL);
        assertThat(lifeLeft()).isEqualTo(-1);
    }

    @Test
    void putKeeping_live_takesOverItsExpiry() {
        opened.store.put(KEY, entry("1", now + HOUR));
        opened.putKeeping(KEY, entry("two", now + 2 * HOUR), now);
        ByteEntry read = present(opened.store.read(KEY));
        assertThat(text(read)).isEqualTo("two");
        assertThat(read.expiry()).isEqualTo(now + HOUR);
        assertThat(lifeLeft()).isLessThan(HOUR + 60_000);
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
