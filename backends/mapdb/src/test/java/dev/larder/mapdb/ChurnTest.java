package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapdb.DB;
import org.mapdb.StoreDirect;

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
    void close_muchUnusedSpace_compactsTheFile() throws IOException {
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

    @ParameterizedTest
    @ValueSource(strings = {"memory", "idle.db", "idle.db?durability=crash"})
    void use_muchUnusedSpace_compactsOnline(String place) {
        String address = "memory".equals(place) ? "mapdb:memory" : "mapdb:" + folder.resolve(place);
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache", "max-entries=1000000");
            Iterator<Map.Entry<ByteKey, ByteEntry>> entries = store.iterator();
            for (int i = 0; i < 10_000; i++) {
                store.put(Stores.key("k" + i), Stores.entry("v".repeat(2_000) + i));
            }
            assertThat(used(backend)).isGreaterThan(20 << 20);
            entries.next();
            for (int i = 100; i < 10_000; i++) {
                store.swap(Stores.key("k" + i), null);
            }
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            for (int i = 0; used(backend) > 6 << 20 && System.nanoTime() < deadline; i++) {
                store.put(Stores.key("k" + i % 100), Stores.entry("w".repeat(2_000) + i % 100));
                Thread.onSpinWait();
            }
            assertThat(used(backend)).isLessThan(6 << 20);
            assertThat(store.iterator()).toIterable().hasSize(100);
            assertThat(entries).toIterable().hasSizeBetween(99, 200);
            assertThat(Stores.textAt(store, "k99")).endsWith("99").hasSize(2_002);
        }
    }

    @Test
    void cache_emptiedAndClosedAgainAndAgain_leavesNothing() {
        try (Backend backend = Stores.backend("mapdb:memory")) {
            for (int i = 0; i < 5_000; i++) {
                ByteStore store = Stores.open(backend, "cache " + i);
                store.put(Stores.key("k"), Stores.entry("v"));
                store.swap(Stores.key("k"), null);
                store.close();
            }
            StoreDirect direct = (StoreDirect) backend.unwrap(DB.class).getStore();
            assertThat(direct.getTotalSize() - direct.getFreeSize())
                    .as("bytes that are not free for others")
                    .isLessThan(5 << 19);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".new", ".copy"})
    void open_copyLeftByAKill_isForgotten(String copy) throws IOException {
        Path file = folder.resolve("left.db");
        Files.writeString(folder.resolve("left.db" + copy), "half a copy");
        try (Backend backend = Stores.backend("mapdb:" + file)) {
            Stores.open(backend, "cache").put(Stores.key("a"), Stores.entry("1"));
        }
        assertThat(folder.resolve("left.db" + copy)).doesNotExist();
    }

    private static void churn(ByteStore store, Random random, int rounds) {
        for (int i = 0; i < rounds * ROUND; i++) {
            store.put(Stores.key("k" + random.nextInt(KEYS)), Stores.entry("v".repeat(random.nextInt(8_000))));
        }
    }

    private static long used(Backend backend) {
        while (true) {
            try {
                return ((StoreDirect) backend.unwrap(DB.class).getStore()).getTotalSize();
            } catch (IllegalAccessError closed) {
                // Another database has taken its place since.
                Thread.onSpinWait();
            }
        }
    }
}
