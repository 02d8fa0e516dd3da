package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.StoreCase;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a {@link LifetimeStore} changes and keeps lifetimes within other operations. It is skipped for other
 * stores.
 */
public abstract class LifetimeStoreContract extends StoreCase {
    private static final long HOUR = 3_600_000;

    private final long now = System.currentTimeMillis();
    private @Nullable LifetimeStore timed;

    @BeforeEach
    final void ask() {
        timed = (Store<?, ?>) store instanceof LifetimeStore keeps ? keeps : null;
        assumeTrue(timed != null, "the store has no verbs for lifetimes");
    }

    private LifetimeStore timed() {
        if (timed == null) {
            throw new IllegalStateException("no test runs without");
        }
        return timed;
    }

    private ByteKey at(String text) {
        return (ByteKey) key(text);
    }

    private ByteEntry record(String text, long expiry) {
        return (ByteEntry) entry(text, expiry);
    }

    private long expiryAt(String key) {
        return present(store.read(key(key))).expiry();
    }

    @ParameterizedTest
    @ValueSource(longs = {HOUR, 3_000_000_000_000_000L})
    void readTouching_live_givesTheNewExpiryAndKeepsTheValue(long more) {
        created(store, "a", entry("1", now + HOUR / 2));
        Stored read = present(timed().readTouching(at("a"), now, now + more));
        assertThat(text(read)).isEqualTo("1");
        assertThat(read.expiry()).isEqualTo(now + more);
        assertThat(expiryAt("a")).isEqualTo(now + more);
    }

    @Test
    void readTouching_lifted_neverExpires() {
        created(store, "a", entry("1", now + HOUR));
        assertThat(present(timed().readTouching(at("a"), now, Stored.ETERNAL)).expiry())
                .isEqualTo(Stored.ETERNAL);
        assertThat(expiryAt("a")).isEqualTo(Stored.ETERNAL);
    }

    @Test
    void readTouching_live_makesANewVersionToExchangeWith() {
        Stored before = created(store, "a", entry("1", now + HOUR));
        Stored touched = present(timed().readTouching(at("a"), now, now + HOUR));
        assertThat(store.exchange(key("a"), before, null)).isNotNull().isNotSameAs(before);
        assertThat(store.exchange(key("a"), touched, null)).isSameAs(touched);
    }

    @Test
    void readTouching_expired_readsAndRevivesNothing() {
        created(store, "a", entry("1", now + HOUR));
        Stored read = present(timed().readTouching(at("a"), now + HOUR, now + 2 * HOUR));
        assertThat(read.expiry()).isEqualTo(now + HOUR);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
    }

    @Test
    void readTouching_nothingThereOrCleared_findsNothing() {
        assertThat(timed().readTouching(at("a"), now, now + HOUR)).isNull();
        created(store, "a", entry("1", now + HOUR));
        store.clear();
        assertThat(timed().readTouching(at("a"), now, now + HOUR)).isNull();
    }

    @Test
    void readAllTouching_someThere_givesEachInItsPlace() {
        created(store, "a", entry("1", now + HOUR));
        created("c", "3");
        List<@Nullable ByteEntry> read =
                timed().readAllTouching(List.of(at("a"), at("b"), at("c")), now, now + 2 * HOUR);
        assertThat(present(read.get(0)).expiry()).isEqualTo(now + 2 * HOUR);
        assertThat(read.get(1)).isNull();
        assertThat(text(read.get(2))).isEqualTo("3");
        assertThat(timed().readAllTouching(List.of(), now, now + HOUR)).isEmpty();
    }

    @Test
    void putKeeping_live_takesOverItsExpiryAndMakesANewVersion() {
        Stored before = created(store, "a", entry("1", now + HOUR));
        timed().putKeeping(at("a"), record("two", now + 2 * HOUR), now);
        assertThat(textAt("a")).isEqualTo("two");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(store.exchange(key("a"), before, null)).isNotSameAs(before);
    }

    @Test
    void putKeeping_nothingThereOrExpiredOrCleared_bringsItsOwnExpiry() {
        timed().putKeeping(at("a"), record("1", now + HOUR), now);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        timed().putKeeping(at("a"), record("2", now + 2 * HOUR), now + HOUR);
        assertThat(expiryAt("a")).isEqualTo(now + 2 * HOUR);
        store.clear();
        timed().putKeeping(at("a"), record("3", now + HOUR), now);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
    }

    @Test
    void putAllKeeping_someThere_keepsTheirs() {
        created(store, "a", entry("1", now + HOUR));
        timed().putAllKeeping(Map.of(at("a"), record("2", now + 2 * HOUR), at("b"), record("3", now + 3 * HOUR)), now);
        timed().putAllKeeping(Map.of(), now);
        assertThat(textAt("a")).isEqualTo("2");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(expiryAt("b")).isEqualTo(now + 3 * HOUR);
    }

    @Test
    void swapKeeping_anything_givesWhatWasThere() {
        assertThat(timed().swapKeeping(at("a"), record("1", now + HOUR), now)).isNull();
        assertThat(text(timed().swapKeeping(at("a"), record("2", now + 2 * HOUR), now)))
                .isEqualTo("1");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(text(timed().swapKeeping(at("a"), record("3", now + 2 * HOUR), now + HOUR)))
                .isEqualTo("2");
        assertThat(expiryAt("a")).isEqualTo(now + 2 * HOUR);
    }
}
