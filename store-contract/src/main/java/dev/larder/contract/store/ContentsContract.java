package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Stored;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that keys and values are returned as they were stored. */
public abstract class ContentsContract extends StoreCase {
    private static final String ALL_BYTES =
            IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
    private static final int LARGE = 8 << 20;

    @Test
    void values_ofAllBytes_comeBack() {
        created("a", ALL_BYTES + ALL_BYTES);
        assertThat(textAt("a")).isEqualTo(ALL_BYTES + ALL_BYTES);
        assertThat(contents()).containsValue(ALL_BYTES + ALL_BYTES);
    }

    @Test
    void values_empty_comeBack() {
        Stored empty = created("a", "");
        assertThat(text(empty)).isEmpty();
        assertThat(store.exchange(key("a"), empty, entry("1"))).isSameAs(empty);
    }

    @Test
    void keys_ofEachByte_areKeysOfTheirOwn() {
        for (String each : ALL_BYTES.split("")) {
            created("aa" + each, "v" + each);
            created(each + "bb", each + "v");
        }
        for (String each : ALL_BYTES.split("")) {
            assertThat(textAt("aa" + each)).isEqualTo("v" + each);
            assertThat(textAt(each + "bb")).isEqualTo(each + "v");
        }
        assertThat(contents())
                .hasSize(512)
                .containsEntry(key("aa\u0000"), "v\u0000")
                .containsEntry(key("\nbb"), "\nv");
    }

    @Test
    void keys_thatBeginAlike_areKeysOfTheirOwn() {
        created("a", "1");
        created("ab", "2");
        created("a\u0000", "3");
        assertThat(contents()).hasSize(3);
        assertThat(textAt("a")).isEqualTo("1");
    }

    @Test
    void keys_asLongAsAllowed_areKept() {
        ByteStore bytes = byteStore();
        int longest = bytes == null ? LARGE : Math.min(bytes.maxKeyBytes(), LARGE);
        String most = "k".repeat(longest - 1);
        created(most + "a", "1");
        created(most + "b", "2");
        assertThat(textAt(most + "a")).isEqualTo("1");
        assertThat(textAt(most + "b")).isEqualTo("2");
        assertThat(contents()).containsOnlyKeys(key(most + "a"), key(most + "b"));
    }

    @Test
    void values_asLargeAsAllowed_areKept() {
        int header = ByteEntry.ROOM_OFFSET + ByteEntry.ROOM;
        ByteStore bytes = byteStore();
        int largest = bytes == null ? LARGE : Math.min(bytes.maxEntryBytes() - header, LARGE);
        String text = ALL_BYTES.repeat(largest / 256 + 1).substring(0, largest);
        Stored large = created("a", text);
        assertThat(text.equals(text(large))).as("the large value came back").isTrue();
        assertThat(store.exchange(key("a"), large, entry("small"))).isSameAs(large);
        assertThat(textAt("a")).isEqualTo("small");
    }
}
