package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an entry stays as long as its expiry is in the future. */
public abstract class LifetimesContract extends StoreCase {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration COARSEST_TICK = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(longs = {5_000, 60_000, 86_400_000L, 31 * 86_400_000L, 400 * 86_400_000L, 3_000_000_000_000_000L})
    void expiry_inFuture_leavesTheEntryThere(long millis) {
        long expiry = System.currentTimeMillis() + millis;
        created(store, "a", entry("1", expiry));
        Stored read = present(store.read(key("a")));
        assertThat(read.expiry()).isEqualTo(expiry);
        assertThat(store.exchange(key("a"), read, entry("2", expiry + 1))).isSameAs(read);
        assertThat(textAt("a")).isEqualTo("2");
        assertThat(contents()).hasSize(1);
    }

    @Test
    void expiry_justBeforeForever_leavesTheEntryThere() {
        created(store, "a", entry("1", Stored.ETERNAL - 1));
        assertThat(textAt("a")).isEqualTo("1");
    }

    /** A store may keep an expired entry or not, but must return nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, 1, 1_000_000_000_000L})
    void expiry_inPast_isNoError(long expiry) {
        assertThat(store.exchange(key("a"), null, entry("1", expiry))).isNull();
        assertThat(textAt("a")).isIn("1", null);
        Stored left = store.read(key("a"));
        assertThat(store.exchange(key("a"), left, entry("2"))).isSameAs(left);
        assertThat(textAt("a")).isEqualTo("2");
    }

    /** A store that deletes expired entries itself counts real time, so this test has to wait. */
    @Test
    void expiry_prolongedOrLifted_countsNoMore() {
        long soon = System.currentTimeMillis() + SHORT.toMillis();
        Stored lifted = created(store, "lifted", entry("1", soon));
        Stored prolonged = created(store, "prolonged", entry("1", soon));
        store.exchange(key("lifted"), lifted, entry("2"));
        store.exchange(key("prolonged"), prolonged, entry("2", soon + 3_600_000));
        waitUntil(soon + COARSEST_TICK.toMillis());
        assertThat(textAt("lifted")).isEqualTo("2");
        assertThat(textAt("prolonged")).isEqualTo("2");
    }

    private static void waitUntil(long millis) {
        while (System.currentTimeMillis() <= millis) {
            LockSupport.parkUntil(millis + 1);
        }
    }
}
