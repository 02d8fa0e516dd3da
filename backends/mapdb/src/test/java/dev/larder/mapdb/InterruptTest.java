package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads are interrupted all the time while a file grows step by step under their writes. */
final class InterruptTest {
    private static final int THREADS = 4;
    private static final int WRITES = 5_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"restart", "crash&commit-interval=20ms"})
    void interrupt_storm_losesNothing(String durability) throws InterruptedException {
        String address =
                "mapdb:" + folder.resolve("storm.db") + "?start-size=1m&growth-step=1m&durability=" + durability;
        String value = "v".repeat(2_000);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (Backend backend = Stores.backend(address)) {
            ByteStore store = Stores.open(backend, "cache");
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Thread thread = new Thread(() -> write(store, number, value));
                thread.setUncaughtExceptionHandler((who, what) -> failure.set(what));
                threads.add(thread);
                thread.start();
            }
            while (threads.stream().anyMatch(Thread::isAlive)) {
                threads.forEach(Thread::interrupt);
                Thread.onSpinWait();
            }
            for (Thread each : threads) {
                each.join();
            }
            assertThat(failure.get()).isNull();
            check(store, value);
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).as("the interrupt of who closed").isTrue();
        Thread.currentThread().interrupt();
        try (Backend backend = Stores.backend(address)) {
            assertThat(Thread.interrupted()).as("the interrupt of who opened").isTrue();
            check(Stores.open(backend, "cache"), value);
        }
    }

    private static void write(ByteStore store, int number, String value) {
        for (int i = 0; i < WRITES; i++) {
            store.put(Stores.key(number + " " + i), Stores.entry(value + i));
        }
    }

    private static void check(ByteStore store, String value) {
        for (int number = 0; number < THREADS; number++) {
            for (int i = 0; i < WRITES; i++) {
                assertThat(Stores.textAt(store, number + " " + i)).isEqualTo(value + i);
            }
        }
    }
}
