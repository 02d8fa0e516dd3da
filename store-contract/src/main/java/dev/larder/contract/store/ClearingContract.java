package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests what {@code clear} and {@code destroy} remove. */
public abstract class ClearingContract extends StoreCase {

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

    @Test
    void destroy_openedAgain_isEmptyAndWorks() {
        String name = "short-lived " + UUID.randomUUID();
        Store<Object, Stored> doomed = open(name);
        created(doomed, "a", entry("1"));
        destroy(doomed);

        Store<Object, Stored> next = open(name);
        assertThat(text(next.read(key("a")))).isNull();
        assertThat(next.iterator().hasNext()).isFalse();
        created(next, "a", entry("2"));
        assertThat(text(next.read(key("a")))).isEqualTo("2");
    }

    @Test
    void destroy_leavesOtherCachesAlone() {
        Store<Object, Stored> doomed = open("short-lived " + UUID.randomUUID());
        created(doomed, "a", entry("doomed"));
        created("a", "1");
        destroy(doomed);
        assertThat(textAt("a")).isEqualTo("1");
    }
}
