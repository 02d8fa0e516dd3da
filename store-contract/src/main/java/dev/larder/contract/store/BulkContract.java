package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that several exchanges in one call have the same effect as single ones. */
public abstract class BulkContract extends StoreCase {
    private static final int MANY = 1_000;

    @Test
    void exchangeAll_nothing_givesNothing() {
        assertThat(store.exchangeAll(List.of())).isEmpty();
    }

    @Test
    void exchangeAll_mixed_givesEachItsWitnessInOrder() {
        Stored replaced = created("replaced", "1");
        Stored removed = created("removed", "2");
        Stored stale = created("lost", "3");
        store.exchange(key("lost"), stale, entry("4"));

        List<@Nullable Stored> witnesses = store.exchangeAll(List.of(
                exchange("created", null, entry("5")),
                exchange("lost", stale, null),
                exchange("replaced", replaced, entry("6")),
                exchange("removed", removed, null),
                exchange("missing", stale, entry("7"))));

        assertThat(witnesses.get(0)).isNull();
        assertThat(witnesses.get(1)).isNotSameAs(stale);
        assertThat(text(witnesses.get(1))).isEqualTo("4");
        assertThat(witnesses.get(2)).isSameAs(replaced);
        assertThat(witnesses.get(3)).isSameAs(removed);
        assertThat(witnesses.get(4)).isNull();
        assertThat(witnesses).hasSize(5);
        assertThat(List.of("created", "lost", "replaced"))
                .extracting(this::textAt)
                .containsExactly("5", "4", "6");
        assertThat(textAt("removed")).isNull();
        assertThat(textAt("missing")).isNull();
    }

    @Test
    void exchangeAll_sameKeyTwice_takesThemInOrder() {
        List<@Nullable Stored> witnesses =
                store.exchangeAll(List.of(exchange("a", null, entry("1")), exchange("a", null, entry("2"))));
        assertThat(texts(witnesses)).containsExactly(null, "1");
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void exchangeAll_many_takesThemAll() {
        List<Exchange<Object, Stored>> exchanges = new ArrayList<>();
        IntStream.range(0, MANY).forEach(i -> exchanges.add(exchange("k" + i, null, entry("v" + i))));
        assertThat(store.exchangeAll(exchanges)).hasSize(MANY).containsOnlyNulls();
        assertThat(contents()).hasSize(MANY).allSatisfy((key, text) -> assertThat(text(store.read(key)))
                .isEqualTo(text));
    }

    private Exchange<Object, Stored> exchange(String key, @Nullable Stored expected, @Nullable Stored next) {
        return new Exchange<>(key(key), expected, next);
    }
}
