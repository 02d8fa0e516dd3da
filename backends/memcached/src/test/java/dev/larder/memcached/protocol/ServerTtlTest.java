package dev.larder.memcached.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.memcached.Opened;
import dev.larder.memcached.server.SharedServer;
import dev.larder.memcached.server.TextConnection;
import dev.larder.spi.Stored;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server keeps an entry at least as long as it lives, and not for ever. */
final class ServerTtlTest {
    private static final long NOW = 1_000_000;
    private static final long MONTH = TimeUnit.DAYS.toMillis(30);

    private final ServerTtl serverTtl = new ServerTtl(() -> NOW);

    @ParameterizedTest
    @ValueSource(longs = {1, 500, 1_000, 1_001, 59_999, 2_591_000_000L})
    void of_upToAMonth_isTheSecondsLeftAndAFewMore(long millis) {
        assertThat(serverTtl.of(expiring(NOW + millis)))
                .isBetween((int) (millis / 1_000 + 2), (int) (millis / 1_000 + 4));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000, -1_000_000_000_000L})
    void of_past_isNeverNegativeNorForEver(long millis) {
        assertThat(serverTtl.of(expiring(NOW + millis))).isBetween(1, 3);
    }

    @Test
    void of_aroundAMonth_isAMomentAsSoonAsTheServerReadsItSo() {
        assertThat(serverTtl.of(expiring(NOW + MONTH - 3_000))).isEqualTo(30 * 86_400);
        assertThat((long) serverTtl.of(expiring(NOW + MONTH)))
                .isCloseTo(System.currentTimeMillis() / 1_000 + 30 * 86_400 + 3, within());
    }

    @Test
    void of_beyondTheServersTime_isForEver() {
        assertThat(serverTtl.of(expiring(Stored.ETERNAL))).isZero();
        assertThat(serverTtl.of(expiring(Stored.ETERNAL - 1))).isZero();
        assertThat(serverTtl.of(expiring(TimeUnit.DAYS.toMillis(365 * 100)))).isZero();
    }

    @Test
    void of_somebodyListens_leavesTimeForSweeps() {
        serverTtl.keepExpired(() -> true);
        assertThat(serverTtl.of(expiring(NOW + 1_000))).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 29, 31, 365})
    void put_daysAhead_isKeptByTheServerForThatLong(long days) {
        long expiry = System.currentTimeMillis() + TimeUnit.DAYS.toMillis(days);
        try (Opened opened = new Opened(SharedServer.get().address() + "?timeout=10s", "days");
                TextConnection own = SharedServer.get().connect()) {
            opened.store.put(Opened.key("a"), Opened.entry("1", expiry));
            assertThat(own.timeToLive("larder:days:a")).isBetween(days * 86_400 - 60, days * 86_400 + 10);
            assertThat(opened.store.read(Opened.key("a")).expiry()).isEqualTo(expiry);
        }
    }

    private static org.assertj.core.data.Offset<Long> within() {
        return org.assertj.core.data.Offset.offset(10L);
    }

    private static Stored expiring(long expiry) {
        return Opened.entry("1", expiry);
    }
}
