package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that caches are separate whatever their names are. */
public abstract class NamingContract extends StoreCase {
    private static final List<String> ENDINGS = List.of(
            "",
            " ",
            ":",
            ":y",
            ":y:z",
            "::",
            "x",
            "*",
            "?",
            "[a]",
            "{a}",
            "}",
            "%",
            "%20",
            "%3A",
            "/",
            "/..",
            "\\",
            "\n",
            "\r\nflush_all\r\n",
            "'",
            "\"",
            ",",
            "=",
            "\u0000",
            "\u00e4\u00df",
            "\u65e5\u672c",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d",
            "\ufffd",
            "%ED%A0%BD",
            "\u00e9",
            "e\u0301",
            "X",
            "( )",
            "@",
            "$",
            "_",
            ".B.m(java.lang.String,int)",
            "a".repeat(300),
            "a".repeat(301));

    /** Caches with similar or unusual names hold the same key, and each returns its own entry. */
    @Test
    void names_alikeOrOdd_areCachesOfTheirOwn() {
        Map<String, Store<Object, Stored>> stores = openAll();
        stores.forEach((name, each) -> created(each, "a", entry(fingerprint(name))));
        stores.forEach((name, each) ->
                assertThat(text(each.read(key("a")))).as("in cache '%s'", name).isEqualTo(fingerprint(name)));
    }

    /**
     * Names and keys must not be confused: cache {@code x} with key {@code :ya}, cache {@code x:y} with key {@code a},
     * and so on.
     */
    @Test
    void names_thatEndAsKeysBegin_areCachesOfTheirOwn() {
        String name = "x" + UUID.randomUUID();
        Store<Object, Stored> shorter = open(name);
        Store<Object, Stored> longer = open(name + ":y");
        for (String key : List.of("a", ":a", "y:a", ":y:a", "::y:a")) {
            created(shorter, key, entry("shorter"));
            created(longer, key, entry("longer"));
        }
        shorter.clear();
        assertThat(shorter.iterator().hasNext()).isFalse();
        assertThat(longer.iterator()).toIterable().hasSize(5).allSatisfy(each -> assertThat(text(each.getValue()))
                .isEqualTo("longer"));
    }

    @Test
    void clear_ofOneName_keepsTheOthers() {
        Map<String, Store<Object, Stored>> stores = openAll();
        stores.forEach((name, each) -> created(each, "a", entry("1")));
        stores.forEach((name, each) -> {
            each.clear();
            assertThat(each.iterator().hasNext())
                    .as("cache '%s' has something left", name)
                    .isFalse();
            created(each, "a", entry("2"));
        });
        stores.forEach((name, each) ->
                assertThat(text(each.read(key("a")))).as("in cache '%s'", name).isEqualTo("2"));
    }

    private Map<String, Store<Object, Stored>> openAll() {
        String start = "x" + UUID.randomUUID();
        return ENDINGS.stream()
                .map(ending -> start + ending)
                .collect(Collectors.toMap(Function.identity(), this::open));
    }

    private static String fingerprint(String name) {
        return Integer.toHexString(name.hashCode()) + "-" + name.length();
    }
}
