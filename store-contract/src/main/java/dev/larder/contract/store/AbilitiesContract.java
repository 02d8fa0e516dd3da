package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that a store does what its abilities state, and refuses what they don't. */
public abstract class AbilitiesContract extends StoreCase {
    private static final int MANY = 1_000;

    @Test
    void abilities_askedTwice_areTheSame() {
        assertThat(store.abilities()).isEqualTo(Set.copyOf(store.abilities()));
    }

    @Test
    void swap_stated_givesWhatWasThere() {
        assumeTrue(hasAbility(Ability.SWAP));
        assertThat(store.swap(key("a"), entry("1"))).isNull();
        assertThat(text(store.swap(key("a"), entry("2")))).isEqualTo("1");
        assertThat(textAt("a")).isEqualTo("2");
        assertThat(text(store.swap(key("a"), null))).isEqualTo("2");
        assertThat(textAt("a")).isNull();
        assertThat(store.swap(key("a"), null)).isNull();
    }

    @Test
    void swap_stated_makesANewVersion() {
        assumeTrue(hasAbility(Ability.SWAP));
        Stored first = created("a", "1");
        store.swap(key("a"), entry("1"));
        assertThat(store.exchange(key("a"), first, null)).isNotNull().isNotSameAs(first);
    }

    @Test
    void swap_stated_givesAnEntryToExchangeWith() {
        assumeTrue(hasAbility(Ability.SWAP));
        created("a", "1");
        store.swap(key("a"), entry("2"));
        Stored second = present(store.read(key("a")));
        assertThat(store.exchange(key("a"), second, entry("3"))).isSameAs(second);
    }

    @Test
    void swap_notStated_isRefused() {
        assumeFalse(hasAbility(Ability.SWAP));
        created("a", "1");
        assertThatIllegalStateException().isThrownBy(() -> store.swap(key("a"), entry("2")));
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void put_stated_replacesWhateverIsThere() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        store.put(key("a"), entry("1"));
        assertThat(textAt("a")).isEqualTo("1");
        store.put(key("a"), entry("2"));
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void put_stated_makesANewVersion() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        Stored first = created("a", "1");
        store.put(key("a"), entry("1"));
        assertThat(store.exchange(key("a"), first, entry("2"))).isNotNull().isNotSameAs(first);
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void put_stated_bringsTheNewExpiry() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        created(store, "a", entry("1", System.currentTimeMillis() + 3_600_000));
        store.put(key("a"), entry("2"));
        assertThat(present(store.read(key("a"))).expiry()).isEqualTo(Stored.ETERNAL);
    }

    @Test
    void putAll_stated_putsEach() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        created("k0", "old");
        Map<Object, Stored> entries = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            entries.put(key("k" + i), entry("v" + i));
        }
        store.putAll(entries);
        store.putAll(Map.of());
        assertThat(contents()).hasSize(MANY).containsEntry(key("k0"), "v0").containsEntry(key("k999"), "v999");
    }

    @Test
    void put_removal_removesWhateverIsThere() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT) && byteStore() != null);
        created("a", "1");
        created("b", "2");
        Write removal = new Write((ByteKey) key("a"), null);
        Write other = new Write((ByteKey) key("b"), (ByteEntry) entry("3"));
        Write missing = new Write((ByteKey) key("c"), null);
        Objects.requireNonNull(byteStore()).write(List.of(removal, other, missing), WriteOptions.PUT);
        assertThat(textAt("a")).isNull();
        assertThat(textAt("b")).isEqualTo("3");
        Objects.requireNonNull(byteStore()).write(List.of(new Write((ByteKey) key("b"), null)), WriteOptions.PUT);
        assertThat(textAt("b")).isNull();
    }

    @Test
    void put_notStated_isRefused() {
        assumeFalse(hasAbility(Ability.READ_FREE_PUT));
        assertThatIllegalStateException().isThrownBy(() -> store.put(key("a"), entry("1")));
        assertThatIllegalStateException().isThrownBy(() -> store.putAll(Map.of(key("a"), entry("1"))));
        assertThat(textAt("a")).isNull();
    }
}
