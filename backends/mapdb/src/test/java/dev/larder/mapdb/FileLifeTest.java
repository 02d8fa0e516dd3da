package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/** What happens to a file from one opening to the next. */
final class FileLifeTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() throws IOException {
        file = folder.toRealPath().resolve("caches.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "crash"})
    void close_inOrder_leavesEverythingThere(String durability) {
        long soon = System.currentTimeMillis() + 3_600_000;
        with(durability, store -> {
            store.put(Stores.key("a"), Stores.entry("1", soon));
            store.put(Stores.key("b"), Stores.entry("2"));
            store.swap(Stores.key("b"), null);
        });
        with(durability, store -> {
            assertThat(Stores.textAt(store, "a")).isEqualTo("1");
            assertThat(store.read(Stores.key("a")).expiry()).isEqualTo(soon);
            assertThat(Stores.textAt(store, "b")).isNull();
            assertThat(store.iterator()).toIterable().hasSize(1);
        });
        files().containsExactlyInAnyOrder("caches.db", "caches.db.lock");
    }

    @Test
    void close_inOrder_lastsThroughAChangeOfDurability() {
        with("restart", store -> store.put(Stores.key("a"), Stores.entry("1")));
        with("crash", store -> store.put(Stores.key("b"), Stores.entry("2")));
        with("restart", store -> assertThat(store.iterator()).toIterable().hasSize(2));
    }

    @Test
    void close_cachesEmpty_forgetsTheirNames() {
        try (Backend backend = Stores.backend(address("restart"))) {
            Stores.open(backend, "full: #1").put(Stores.key("a"), Stores.entry("1"));
            for (int i = 0; i < 50; i++) {
                ByteStore empty = Stores.open(backend, "full: " + i);
                empty.put(Stores.key("a"), Stores.entry("1"));
                empty.clear();
            }
        }
        try (Backend backend = Stores.backend(address("restart"))) {
            assertThat(backend.unwrap(DB.class).getAllNames()).hasSize(2);
            assertThat(Stores.textAt(Stores.open(backend, "full: #1"), "a")).isEqualTo("1");
            assertThat(Stores.textAt(Stores.open(backend, "full: 1"), "a")).isNull();
        }
    }

    @Test
    void close_ofAnEmptyCache_forgetsItsNameAndLetsItComeAgain() {
        try (Backend backend = Stores.backend(address("restart"))) {
            DB db = backend.unwrap(DB.class);
            for (int i = 0; i < 20; i++) {
                ByteStore store = Stores.open(backend, "again");
                ByteStore other = Stores.open(backend, "again");
                assertThat(store.iterator().hasNext()).isFalse();
                store.put(Stores.key("a"), Stores.entry("1"));
                store.clear();
                store.close();
                assertThat(db.getAllNames()).hasSize(2);
                other.close();
                assertThat(db.getAllNames()).hasSize(1);
            }
        }
    }

    @Test
    void open_whileOpen_marksTheFile() {
        with("restart", store -> files().contains("caches.db.dirty"));
        with("crash", store -> files().contains("caches.db.undo").doesNotContain("caches.db.dirty"));
    }

    @Test
    void open_markLeftBehind_startsColdAndMovesTheFileAside() throws IOException {
        for (int round = 0; round < 4; round++) {
            with("restart", store -> {
                assertThat(store.iterator().hasNext()).isFalse();
                store.put(Stores.key("a"), Stores.entry("1"));
            });
            Files.writeString(file.resolveSibling("caches.db.dirty"), "");
        }
        files().filteredOn(each -> each.contains("broken")).hasSize(2);
    }

    @Test
    void open_fileOfAnotherKind_isRefusedAndUnchanged() throws IOException {
        Files.writeString(file, "precious words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.backend(address("restart")))
                .withMessageContaining(file.toString())
                .withMessageContaining("not a MapDB database");
        assertThat(file).hasContent("precious words");
    }

    @Test
    void open_foreignDatabase_isRefusedAndUnchanged() {
        try (DB db = DBMaker.fileDB(file.toFile()).make()) {
            db.hashMap("theirs", Serializer.STRING, Serializer.STRING).create().put("a", "1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.backend(address("restart")))
                .withMessageContaining("that Larder did not write");
        try (DB db = DBMaker.fileDB(file.toFile()).make()) {
            assertThat(db.hashMap("theirs", Serializer.STRING, Serializer.STRING)
                            .open())
                    .containsEntry("a", "1");
        }
    }

    @Test
    void open_fileOfANewerLarder_startsColdAndKeepsIt() {
        try (DB db = DBMaker.fileDB(file.toFile()).make()) {
            db.hashMap("larder", Serializer.STRING, Serializer.STRING).create().put("format", "2");
        }
        with("restart", store -> assertThat(store.iterator().hasNext()).isFalse());
        files().filteredOn(each -> each.contains("broken")).hasSize(1);
    }

    @Test
    void open_fileCutOff_startsCold() throws IOException {
        with("restart", store -> store.put(Stores.key("a"), Stores.entry("1")));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        with("restart", store -> assertThat(Stores.textAt(store, "a")).isNull());
    }

    @Test
    void open_folderThatIsNone_isRefused() throws IOException {
        Files.writeString(file, "a file, not a folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.backend("mapdb:" + file.resolve("sub/caches.db")))
                .withMessageContaining("folder");
    }

    @Test
    void open_folderNotWritable_isRefused() {
        Path system = Path.of("/proc/self");
        if (Files.isDirectory(system)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stores.backend("mapdb:" + system.resolve("caches.db")))
                    .withMessageContaining("writable");
        }
    }

    @Test
    void open_twiceByOtherNames_isOneFile() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, folder);
        try (Backend one = Stores.backend(address("restart"));
                Backend other = Stores.backend("mapdb:" + link.resolve("x/../caches.db"))) {
            Stores.open(one, "cache").put(Stores.key("a"), Stores.entry("1"));
            assertThat(Stores.textAt(Stores.open(other, "cache"), "a")).isEqualTo("1");
        }
    }

    @Test
    void open_heldByAnotherProcess_namesFileAndProcess() throws IOException, InterruptedException {
        Victim holder = Victim.start(address("restart"), "cache", 1, 0);
        holder.awaitFirstWord();
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Stores.backend(address("restart")))
                    .withMessageContaining(file.toString())
                    .withMessageContaining("process " + holder.pid());
        } finally {
            holder.killAfter(0);
        }
        with("restart", store -> store.put(Stores.key("a"), Stores.entry("1")));
    }

    @Test
    void exit_withoutClosing_leavesEverythingThere() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process leaver = new ProcessBuilder(java, "-cp", classes, Leaver.class.getName(), address("restart"))
                .inheritIO()
                .start();
        assertThat(leaver.waitFor()).isZero();
        with("restart", store -> assertThat(Stores.textAt(store, "a")).isEqualTo("1"));
    }

    @Test
    void read_afterClose_isRefused() {
        Backend backend = Stores.backend(address("restart"));
        ByteStore store = Stores.open(backend, "cache");
        store.put(Stores.key("a"), Stores.entry("1"));
        backend.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(Stores.key("a")))
                .withMessageContaining("closed");
    }

    @Test
    void open_settingUnknown_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.backend("mapdb:" + file + "?durabilty=crash"))
                .withMessageContaining("durabilty")
                .withMessageContaining("durability");
    }

    private void with(String durability, Consumer<ByteStore> work) {
        try (Backend backend = Stores.backend(address(durability))) {
            work.accept(Stores.open(backend, "cache"));
        }
    }

    private String address(String durability) {
        return "mapdb:" + file + "?durability=" + durability;
    }

    private ListAssert<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(each -> each.getFileName().toString()).toList();
            return assertThat(names);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
