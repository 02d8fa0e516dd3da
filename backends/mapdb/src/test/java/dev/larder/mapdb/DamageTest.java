package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of a closed file change: an entry is then either correct or absent. */
final class DamageTest {
    private static final int ENTRIES = 2_000;

    @TempDir
    Path folder;

    @RepeatedTest(12)
    void read_fileDamaged_givesNothingWrong(RepetitionInfo repetition) throws IOException {
        Path file = folder.resolve("damaged.db");
        String address = "mapdb:" + file;
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache");
            for (int i = 0; i < ENTRIES; i++) {
                store.put(Stores.key("k" + i), Stores.entry("value of " + i));
            }
        }
        damage(file, new Random(repetition.getCurrentRepetition()), 1 << repetition.getCurrentRepetition());
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache");
            for (int i = 0; i < ENTRIES; i++) {
                assertThat(Stores.textAt(store, "k" + i)).isIn("value of " + i, null);
            }
            Map<String, String> all = new HashMap<>();
            store.iterator().forEachRemaining(each -> all.put(each.getKey().toString(), Stores.text(each.getValue())));
            all.forEach((key, value) -> assertThat(value).isEqualTo("value of " + key.substring(1)));
            store.put(Stores.key("k1"), Stores.entry("new"));
            assertThat(Stores.textAt(store, "k1")).isEqualTo("new");
        }
    }

    private static void damage(Path file, Random random, int times) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bytes);
    }
}
