package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.ReadOptions.Touch;
import dev.larder.spi.Stored;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that reads set expiries and writes keep them. It is skipped for stores without {@link Ability#CHANGE_EXPIRY}.
 */
public abstract class ChangeExpiryContract extends StoreCase {
    private static final long HOUR = 3_600_000;

    private final long now = System.currentTimeMillis();

    @BeforeEach
    final void needsAbility() {
        assumeTrue(hasAbility(Ability.CHANGE_EXPIRY), "the store does not change expiries with other calls");
    }

    private ByteStore bytes() {
        return Objects.requireNonNull(byteStore());
    }

    private @Nullable ByteEntry touching(String key, long at, long expiry) {
        return touching(List.of(at(key)), at, expiry).get(0);
    }

    private List<@Nullable ByteEntry> touching(List<ByteKey> keys, long at, long expiry) {
        return bytes().read(keys, ReadOptions.of(null, new Touch(at, expiry))).entries();
    }

    private @Nullable ByteEntry keeping(WriteOptions options, String key, @Nullable ByteEntry next, long at) {
        return bytes().write(List.of(new Write(at(key), next)), options.with(new KeepExpiry(at)))
                .entry();
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
        Stored read = present(touching("a", now, now + more));
        assertThat(text(read)).isEqualTo("1");
        assertThat(read.expiry()).isEqualTo(now + more);
        assertThat(expiryAt("a")).isEqualTo(now + more);
    }

    @Test
    void readTouching_lifted_neverExpires() {
        created(store, "a", entry("1", now + HOUR));
        assertThat(present(touching("a", now, Stored.ETERNAL)).expiry()).isEqualTo(Stored.ETERNAL);
        assertThat(expiryAt("a")).isEqualTo(Stored.ETERNAL);
    }

    @Test
    void readTouching_live_makesANewVersionToExchangeWith() {
        Stored before = created(store, "a", entry("1", now + HOUR));
        Stored touched = present(touching("a", now, now + HOUR));
        assertThat(store.exchange(key("a"), before, null)).isNotNull().isNotSameAs(before);
        assertThat(store.exchange(key("a"), touched, null)).isSameAs(touched);
    }

    @Test
    void readTouching_expired_readsAndRevivesNothing() {
        created(store, "a", entry("1", now + HOUR));
        Stored read = present(touching("a", now + HOUR, now + 2 * HOUR));
        assertThat(read.expiry()).isEqualTo(now + HOUR);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
    }

    @Test
    void readTouching_nothingThereOrCleared_findsNothing() {
        assertThat(touching("a", now, now + HOUR)).isNull();
        created(store, "a", entry("1", now + HOUR));
        store.clear();
        assertThat(touching("a", now, now + HOUR)).isNull();
    }

    @Test
    void readAllTouching_someThere_givesEachInItsPlace() {
        created(store, "a", entry("1", now + HOUR));
        created("c", "3");
        List<@Nullable ByteEntry> read = touching(List.of(at("a"), at("b"), at("c")), now, now + 2 * HOUR);
        assertThat(present(read.get(0)).expiry()).isEqualTo(now + 2 * HOUR);
        assertThat(read.get(1)).isNull();
        assertThat(text(read.get(2))).isEqualTo("3");
        assertThat(touching(List.of(), now, now + HOUR)).isEmpty();
    }

    @Test
    void putKeeping_live_takesOverItsExpiryAndMakesANewVersion() {
        Stored before = created(store, "a", entry("1", now + HOUR));
        keeping(WriteOptions.PUT, "a", record("two", now + 2 * HOUR), now);
        assertThat(textAt("a")).isEqualTo("two");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(store.exchange(key("a"), before, null)).isNotSameAs(before);
    }

    @Test
    void putKeeping_nothingThereOrExpiredOrCleared_bringsItsOwnExpiry() {
        keeping(WriteOptions.PUT, "a", record("1", now + HOUR), now);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        keeping(WriteOptions.PUT, "a", record("2", now + 2 * HOUR), now + HOUR);
        assertThat(expiryAt("a")).isEqualTo(now + 2 * HOUR);
        store.clear();
        keeping(WriteOptions.PUT, "a", record("3", now + HOUR), now);
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
    }

    @Test
    void putAllKeeping_someThere_keepsTheirs() {
        created(store, "a", entry("1", now + HOUR));
        WriteOptions keeping = WriteOptions.PUT.with(new KeepExpiry(now));
        Write a = new Write(at("a"), record("2", now + 2 * HOUR));
        Write b = new Write(at("b"), record("3", now + 3 * HOUR));
        bytes().write(List.of(a, b), keeping);
        bytes().write(List.of(), keeping);
        assertThat(textAt("a")).isEqualTo("2");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(expiryAt("b")).isEqualTo(now + 3 * HOUR);
    }

    @Test
    void swapKeeping_anything_givesWhatWasThere() {
        assertThat(keeping(WriteOptions.SWAP, "a", record("1", now + HOUR), now))
                .isNull();
        assertThat(text(keeping(WriteOptions.SWAP, "a", record("2", now + 2 * HOUR), now)))
                .isEqualTo("1");
        assertThat(expiryAt("a")).isEqualTo(now + HOUR);
        assertThat(text(keeping(WriteOptions.SWAP, "a", record("3", now + 2 * HOUR), now + HOUR)))
                .isEqualTo("2");
        assertThat(expiryAt("a")).isEqualTo(now + 2 * HOUR);
    }

    @Test
    void putKeeping_removal_removes() {
        created(store, "a", entry("1", now + HOUR));
        keeping(WriteOptions.PUT, "a", null, now);
        assertThat(textAt("a")).isNull();
    }

    @Test
    void putKeeping_many_keepsEach() {
        int many = 1_200;
        List<Write> creations = new ArrayList<>();
        List<Write> puts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            creations.add(new Write(at("k" + i), record("old", now + HOUR)));
            puts.add(new Write(at("k" + i), record("new", now + 2 * HOUR)));
        }
        bytes().write(creations, WriteOptions.EXCHANGE);
        bytes().write(puts, WriteOptions.PUT.with(new KeepExpiry(now)));
        assertThat(contents()).hasSize(many).containsValue("new").doesNotContainValue("old");
        assertThat(expiryAt("k0")).isEqualTo(now + HOUR);
        assertThat(expiryAt("k1199")).isEqualTo(now + HOUR);
    }
}
