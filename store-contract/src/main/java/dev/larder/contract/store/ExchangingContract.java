package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests {@code exchange}, which must behave like {@code VarHandle.compareAndExchange}. */
public abstract class ExchangingContract extends StoreCase {

    @Test
    void exchange_createWhereNothingIs_givesNullAndCreates() {
        assertThat(store.exchange(key("a"), null, entry("1"))).isNull();
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void exchange_createWhereAnEntryIs_givesTheWitnessAndChangesNothing() {
        created("a", "1");
        assertThat(text(store.exchange(key("a"), null, entry("2")))).isEqualTo("1");
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void exchange_replaceOfTheExpected_givesTheVeryObjectAndReplaces() {
        Stored first = created("a", "1");
        assertThat(store.exchange(key("a"), first, entry("2"))).isSameAs(first);
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void exchange_replaceOfAnother_givesTheWitnessAndChangesNothing() {
        Stored first = created("a", "1");
        store.exchange(key("a"), first, entry("2"));
        Stored witness = store.exchange(key("a"), first, entry("3"));
        assertThat(witness).isNotSameAs(first);
        assertThat(text(witness)).isEqualTo("2");
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void exchange_replaceWhereNothingIs_givesNullAndCreatesNothing() {
        Stored first = created("a", "1");
        store.exchange(key("a"), first, null);
        assertThat(store.exchange(key("a"), first, entry("2"))).isNull();
        assertThat(textAt("a")).isNull();
    }

    @Test
    void exchange_removeOfTheExpected_givesTheVeryObjectAndRemoves() {
        Stored first = created("a", "1");
        assertThat(store.exchange(key("a"), first, null)).isSameAs(first);
        assertThat(textAt("a")).isNull();
    }

    @Test
    void exchange_removeOfAnother_givesTheWitnessAndRemovesNothing() {
        Stored first = created("a", "1");
        store.exchange(key("a"), first, entry("2"));
        assertThat(text(store.exchange(key("a"), first, null))).isEqualTo("2");
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void exchange_removeWhereNothingIs_givesNull() {
        Stored first = created("a", "1");
        store.exchange(key("a"), first, null);
        assertThat(store.exchange(key("a"), first, null)).isNull();
    }

    @Test
    void exchange_sameValueWrittenAgainMeanwhile_isLost() {
        Stored first = created("a", "1");
        Stored second = overwritten("a", first, "2");
        overwritten("a", second, "1");
        assertThat(store.exchange(key("a"), first, entry("3"))).isNotNull().isNotSameAs(first);
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void exchange_sameValueCreatedAgainMeanwhile_isLost() {
        Stored first = created("a", "1");
        store.exchange(key("a"), first, null);
        created("a", "1");
        assertThat(store.exchange(key("a"), first, null)).isNotNull().isNotSameAs(first);
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void exchange_withTheWitnessOfALostOne_takesPlace() {
        created("a", "1");
        Stored witness = present(store.exchange(key("a"), null, entry("2")));
        assertThat(store.exchange(key("a"), witness, entry("3"))).isSameAs(witness);
        assertThat(textAt("a")).isEqualTo("3");
    }

    @Test
    void exchange_withAnEntryFromReadAll_takesPlace() {
        created("a", "1");
        Stored read = present(store.readAll(List.of(key("a"))).get(0));
        assertThat(store.exchange(key("a"), read, entry("2"))).isSameAs(read);
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void exchange_withAnEntryFromTheIterator_takesPlace() {
        created("a", "1");
        Stored read = store.iterator().next().getValue();
        assertThat(store.exchange(key("a"), read, null)).isSameAs(read);
        assertThat(textAt("a")).isNull();
    }

    @Test
    void exchange_readTwice_eitherReadingCounts() {
        Stored first = created("a", "1");
        present(store.read(key("a")));
        assertThat(store.exchange(key("a"), first, entry("2"))).isSameAs(first);
    }

    @Test
    void exchange_ofOneKey_keepsOtherEntries() {
        Stored first = created("a", "1");
        created("b", "1");
        store.exchange(key("a"), first, null);
        assertThat(textAt("b")).isEqualTo("1");
    }

    @Test
    void exchange_takenPlace_bringsTheNewExpiry() {
        long soon = System.currentTimeMillis() + 3_600_000;
        Stored first = created("a", "1");
        store.exchange(key("a"), first, entry("1", soon));
        assertThat(present(store.read(key("a"))).expiry()).isEqualTo(soon);
    }

    private Stored overwritten(String key, Stored expected, String text) {
        assertThat(store.exchange(key(key), expected, entry(text))).isSameAs(expected);
        return present(store.read(key(key)));
    }
}
