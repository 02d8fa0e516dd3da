package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small file system is mounted and filled; where that is not allowed there is nothing to test. */
final class DiskFullTest {
    private static final String VALUE = "v".repeat(10_000);

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString());
        assumeTrue(mounted, "mounting is not allowed here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", "-l", folder.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "crash"})
    void put_diskFull_isRefusedAndAllElseGoesOn(String durability) {
        String address = "mapdb:" + folder.resolve("full.db") + "?growth-step=1m&durability=" + durability;
        int written;
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache");
            written = fill(store);
            assertThat(written).isGreaterThan(100);
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.put(Stores.key("more"), Stores.entry(VALUE)))
                    .withMessageContaining("cannot grow")
                    .withMessageContaining("max-bytes");
            assertThat(Stores.textAt(store, "more")).isNull();
            assertThat(Stores.textAt(store, "k0")).isEqualTo(VALUE + 0);
            store.swap(Stores.key("k0"), null);
        }
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache");
            assertThat(store.iterator()).toIterable().hasSize(written - 1);
            assertThat(Stores.textAt(store, "k" + (written - 1))).isEqualTo(VALUE + (written - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "crash"})
    void open_diskFull_saysSoAndLosesNothing(String durability) throws IOException {
        Path file = folder.resolve("full.db");
        String address = "mapdb:" + file + "?growth-step=4m&durability=" + durability;
        Path filler = folder.resolve("filler");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> openOnFullDisk(address, filler))
                .withMessageContaining(file.toString());
        Files.delete(filler);
        try (Backend backend = Stores.backend(address)) {
            Stores.open(backend, "cache").put(Stores.key("a"), Stores.entry("1"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> openOnFullDisk(address, filler))
                .withMessageContaining(file.toString());
        Files.delete(filler);
        try (Backend backend = Stores.backend(address)) {
            assertThat(Stores.textAt(Stores.open(backend, "cache"), "a")).isEqualTo("1");
        }
    }

    private static void openOnFullDisk(String address, Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] zeros = new byte[4096];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            Stores.backend(address).close();
        }
    }

    /** How many entries there was room for. */
    private static int fill(ByteStore store) {
        for (int i = 0; ; i++) {
            try {
                store.put(Stores.key("k" + i), Stores.entry(VALUE + i));
            } catch (IllegalStateException full) {
                return i;
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
