package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An Error in a calling thread leaves the store usable. */
@ParameterizedClass
@ValueSource(strings = {"memory", "file", "file?durability=crash"})
final class CallersErrorTest {
    @Parameter
    String medium;

    @TempDir
    Path folder;

    private MapDbBackend backend;
    private SharedDatabase used;
    private ByteStore store;

    @BeforeEach
    void open() {
        BackendSetup setup = new BackendSetup(
                StoreAddress.parse("mapdb:"
                        + medium.replace("file", folder.resolve("file.db").toString())),
                Clock.SYSTEM,
                Runnable::run,
                getClass().getClassLoader());
        used = SharedDatabases.acquire(setup);
        backend = new MapDbBackend(used, setup);
        store = Stores.open(backend, "cache");
        store.put(Stores.key("a"), Stores.entry("1"));
    }

    @AfterEach
    void close() {
        backend.close();
    }

    static Stream<Error> errors() {
        return Stream.of(
                new StackOverflowError("in a test"),
                new OutOfMemoryError("in a test"),
                new NoClassDefFoundError("in a test"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void error_beforeAnythingIsChanged_costsTheStoreNothing(Error error) throws IOException {
        assertThatThrownBy(() -> used.attempt(openDatabase -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThat(Stores.textAt(store, "a")).isEqualTo("1");
        assertThat(aside()).isZero();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void error_inAChange_isThrownAndTheNextCallFindsAnEmptyStore(Error error) throws IOException {
        tear(error);
        assertThat(Stores.textAt(store, "a")).isNull();
        assertThat(aside()).isEqualTo(medium.equals("memory") ? 0 : 1);
        store.put(Stores.key("a"), Stores.entry("2"));
        assertThat(Stores.textAt(store, "a")).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void error_inAChangeAndThenClosed_isNotTakenForWhole(Error error) {
        store.put(Stores.key("b"), Stores.entry("1"));
        tear(error);
        backend.close();
        open();
        assertThat(Stores.textAt(store, "b")).isNull();
        assertThat(Stores.textAt(store, "a")).isEqualTo("1");
    }

    private void tear(Error error) {
        assertThatThrownBy(() -> used.attempt(openDatabase -> {
                    openDatabase.change(() -> {
                        throw error;
                    });
                    return true;
                }))
                .isSameAs(error);
    }

    private long aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().contains(".broken-")).count();
        }
    }
}
