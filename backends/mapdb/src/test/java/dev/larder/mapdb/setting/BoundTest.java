package dev.larder.mapdb.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.mapdb.Stores;
import dev.larder.spi.Backend;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bounds are kept by evicting the least recently used entries. */
final class BoundTest {
    private static final int MOST = 1_000;

    @TempDir
    Path folder;

    @Test
    void maxEntries_passed_dropsSoManyAndCountsThem() {
        try (Backend backend = Stores.backend("mapdb:memory")) {
            ByteStore store = Stores.open(backend, "cache", "max-entries=" + MOST);
            fill(store, 3 * MOST);
            assertThat(store.iterator()).toIterable().hasSize(MOST);
            assertThat(store.evictions()).isEqualTo(2 * MOST);
        }
    }

    @Test
    void maxBytes_passed_dropsUntilItIsKept() {
        try (Backend backend = Stores.backend("mapdb:memory")) {
            ByteStore store = Stores.open(backend, "cache", "max-bytes=60k");
            fill(store, 3 * MOST);
            long bytes = 0;
            for (var each : (Iterable<Map.Entry<ByteKey, ByteEntry>>) store::iterator) {
                bytes += each.getKey().bytes().length + each.getValue().bytes().length;
            }
            assertThat(bytes).isBetween(59L << 10, 60L << 10);
        }
    }

    @Test
    void maxEntries_wantedOnes_stay() {
        try (Backend backend = Stores.backend("mapdb:memory")) {
            ByteStore store = Stores.open(backend, "cache", "max-entries=" + MOST);
            fill(store, MOST);
            // Ages are distinguished by fractions of a millisecond.
            for (int i = MOST; i < 3 * MOST; i++) {
                if (i % 50 == 0) {
                    LockSupport.parkNanos(600_000);
                    IntStream.range(0, 100).forEach(hot -> store.read(Stores.key("k" + hot)));
                }
                store.put(Stores.key("k" + i), Stores.entry("v" + i));
            }
            long left = IntStream.range(0, 100)
                    .filter(hot -> store.read(Stores.key("k" + hot)) != null)
                    .count();
            assertThat(left).as("of 100 entries that were read all the time").isGreaterThan(95);
        }
    }

    @Test
    void maxEntries_afterReopening_isKept() {
        String address = "mapdb:" + folder.resolve("bound.db");
        try (Backend backend = Stores.backend(address)) {
            fill(Stores.open(backend, "cache", "max-entries=" + 2 * MOST), 2 * MOST);
        }
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache", "max-entries=" + MOST);
            store.put(Stores.key("new"), Stores.entry("1"));
            assertThat(store.iterator()).toIterable().hasSize(MOST);
        }
    }

    private static void fill(ByteStore store, int entries) {
        for (int i = 0; i < entries; i++) {
            store.put(Stores.key("k" + i), Stores.entry("v" + i));
        }
    }
}
