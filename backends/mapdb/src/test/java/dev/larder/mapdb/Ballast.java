package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ByteStore;

/** Entries that make a database so large that it takes a while to copy. */
final class Ballast {
    static final String CACHE = "ballast";

    private static final String LONG = "b".repeat(1_500);
    private static final String TEXT = "b".repeat(500);

    private Ballast() {}

    /** Goes on loading for ever, if there is anything to load. */
    static void reload(ByteStore store, int entries) {
        while (entries > 0) {
            load(store, entries);
        }
    }

    /** Twice, of which the first lies idle afterwards. */
    static void load(ByteStore store, int entries) {
        put(store, LONG, entries);
        put(store, TEXT, entries);
    }

    private static void put(ByteStore store, String text, int entries) {
        for (int i = 0; i < entries; i++) {
            store.put(Stores.key("b" + i), Stores.entry(text + i));
        }
    }

    /** How many there are; each of them is what was written. */
    static int check(ByteStore store, int entries) {
        int there = 0;
        for (int i = 0; i < entries; i++) {
            String text = Stores.textAt(store, "b" + i);
            if (text != null) {
                assertThat(text).isIn(TEXT + i, LONG + i);
                there++;
            }
        }
        return there;
    }
}
