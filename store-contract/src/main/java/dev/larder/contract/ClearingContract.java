package dev.larder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import org.junit.jupiter.api.Test;

/** What does {@code clear} take away? */
abstract class ClearingContract extends StoreCase {

    @Test
    void clear_entriesThere_leavesNothing() {
        created("a", "1");
        created("b", "2");
        store.clear();
        assertThat(textAt("a")).isNull();
        assertThat(contents()).isEmpty();
    }

    @Test
    void clear_nothingThere_isFine() {
        store.clear();
        store.clear();
        assertThat(contents()).isEmpty();
    }

    @Test
    void clear_leavesOtherCachesAlone() {
        Store<Object, Stored> other = open("another cache");
        created(other, "a", entry("other"));
        created("a", "1");
        store.clear();
        assertThat(text(other.read(key("a")))).isEqualTo("other");
    }

    @Test
    void clear_exchangeOfWhatWasThere_isLost() {
        Stored first = created("a", "1");
        store.clear();
        assertThat(store.exchange(key("a"), first, entry("2"))).isNull();
        assertThat(textAt("a")).isNull();
    }

    @Test
    void clear_writtenAfterwards_stays() {
        created("a", "1");
        store.clear();
        created("a", "2");
        assertThat(textAt("a")).isEqualTo("2");
        assertThat(contents()).hasSize(1);
    }
}
