package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries come and go, of ever other sizes: the file finds an end of growing. */
final class ChurnTest {
    private static final int KEYS = 500;
    private static final int ROUND = 20_000;

    @TempDir
    Path folder;

    @Test
    void file_afterMuchChurn_growsNoMore() {
        try (Backend backend = Stores.backend("mapdb:" + folder.resolve("churn.db"))) {
            ByteStore store = Stores.open(backend, "cache");
            Random random = new Random(1);
            churn(store, random, 2);
            long before = used(backend);
            churn(store, random, 4);
            assertThat(used(backend)).isLessThanOrEqualTo(before + (2 << 20));
        }
    }

    @Test
    void close_muchIdle_writesTheFileAnew() throws IOException {
        Path file = folder.resolve("idle.db");
        try (Backend backend = Stores.backend("mapdb:" + file)) {
            ByteStore store = Stores.open(backend, "cache");
            for (int i = 0; i < 10_000; i++) {
                store.put(Stores.key("k" + i), Stores.entry("v".repeat(2_000) + i));
            }
            for (int i = 100; i < 10_000; i++) {
                store.swap(Stores.key("k" + i), null);
            }
            assertThat(used(backend)).isGreaterThan(20 << 20);
        }
        assertThat(Files.size(file)).isLessThan(6 << 20);
        try (Backend backend = Stores.backend("mapdb:" + file)) {
            ByteStore store = Stores.open(backend, "cache", "max-entries=101");
            assertThat(store.iterator()).toIterable().hasSize(100);
            assertThat(Stores.textAt(store, "k99")).isEqualTo("v".repeat(2_000) + 99);
            store.put(Stores.key("new"), Stores.entry("1"));
            assertThat(store.evictions()).as("the count was taken over").isZero();
            store.put(Stores.key("newer"), Stores.entry("1"));
            assertThat(store.evictions()).isEqualTo(1);
        }
    }

    @Test
    void open_copyLeftByAKill_isForgotten() throws IOException {
        Path file = folder.resolve("left.db");
        Files.writeString(folder.resolve("left.db.new"), "half a copy");
        try (Backend backend = Stores.backend("mapdb:" + file)) {
            Stores.open(backend, "cache").put(Stores.key("a"), Stores.entry("1"));
        }
        assertThat(folder.resolve("left.db.new")).doesNotExist();
    }

    private static void churn(ByteStore store, Random random, int rounds) {
        for (int i = 0; i < rounds * ROUND; i++) {
            store.put(Stores.key("k" + random.nextInt(KEYS)), Stores.entry("v".repeat(random.nextInt(8_000))));
        }
    }

    private static long used(Backend backend) {
        return ((org.mapdb.StoreDirect) backend.unwrap(org.mapdb.DB.class).getStore()).getTotalSize();
    }
}
