package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests what reads return. */
public abstract class ReadingContract extends StoreCase {
    private static final int MANY = 1_000;

    @Test
    void read_nothingThere_givesNull() {
        assertThat(store.read(key("a"))).isNull();
    }

    @Test
    void read_entryThere_givesItsValueAndExpiry() {
        long expiry = System.currentTimeMillis() + 3_600_000;
        assertThat(created(store, "a", entry("1", expiry)).expiry()).isEqualTo(expiry);
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void read_ofOneKey_keepsOtherEntries() {
        created("a", "1");
        created("b", "2");
        assertThat(textAt("a")).isEqualTo("1");
        assertThat(textAt("b")).isEqualTo("2");
        assertThat(textAt("c")).isNull();
    }

    @Test
    void readAll_givesEntriesInTheOrderOfTheKeys() {
        created("a", "1");
        created("b", "2");
        assertThat(texts(store.readAll(List.of(key("b"), key("missing"), key("a")))))
                .containsExactly("2", null, "1");
    }

    @Test
    void readAll_sameKeyTwice_givesItTwice() {
        created("a", "1");
        assertThat(texts(store.readAll(List.of(key("a"), key("a"))))).containsExactly("1", "1");
    }

    @Test
    void readAll_noKeys_givesNothing() {
        assertThat(store.readAll(List.of())).isEmpty();
    }

    @Test
    void readAll_manyKeys_givesThemAll() {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
        names.forEach(each -> created(each, "v" + each));
        List<Object> keys = names.stream()
                .flatMap(each -> Stream.of(key(each), key("missing " + each)))
                .toList();
        assertThat(texts(store.readAll(keys)))
                .isEqualTo(IntStream.range(0, 2 * MANY)
                        .mapToObj(i -> i % 2 == 0 ? "v" + i / 2 : null)
                        .toList());
    }
}
