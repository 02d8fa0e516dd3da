package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ByteStore;

/** Entries that make a database so large that it takes a while to copy. They never change. */
final class Ballast {
    static final String CACHE = "ballast";

    private static final String TEXT = "b".repeat(500);

    private Ballast() {}

    static void load(ByteStore store, int entries) {
        for (int i = 0; i < entries; i++) {
            store.put(Stores.key("b" + i), Stores.entry(TEXT + i));
        }
    }

    /** How many there are; each of them is what was written. */
    static int check(ByteStore store, int entries) {
        int there = 0;
        for (int i = 0; i < entries; i++) {
            String text = Stores.textAt(store, "b" + i);
            if (text != null) {
                assertThat(text).isEqualTo(TEXT + i);
                there++;
            }
        }
        return there;
    }
}
