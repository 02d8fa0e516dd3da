package dev.larder.mapdb.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.mapdb.History;
import dev.larder.mapdb.Stores;
import dev.larder.spi.Backend;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapdb.DB;

/** A database is compacted repeatedly while threads write, iterate, clear, and open and close caches. */
final class OnlineMigrationTest {
    private static final int STEADY = 5_000;
    private static final int MOVES = 2;

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(strings = {"memory?", "move.db?durability=restart", "move.db?commit-interval=20ms&durability=crash"})
    void move_underLoad_losesNothing(String place) throws ExecutionException, InterruptedException {
        String address = "mapdb:" + (place.startsWith("memory") ? "" : folder + "/") + place + "&compact-threshold=20";
        int[] last = new int[2];
        try (Backend backend = Stores.backend(address)) {
            ByteStore written = Stores.open(backend, "written");
            ByteStore steady = Stores.open(backend, "steady");
            for (int i = 0; i < STEADY; i++) {
                steady.put(Stores.key("k" + i), Stores.entry("steady " + i));
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int number = i;
                work.add(threads.submit(() -> last[number] = write(written, new History(number))));
            }
            work.add(threads.submit(() -> walk(steady)));
            work.add(threads.submit(() -> waste(backend)));
            int moves = awaitMoves(backend);
            over.set(true);
            for (Future<?> each : work) {
                each.get();
            }
            threads.shutdown();
            assertThat(moves).as("moves to another database").isEqualTo(MOVES);
            check(written, last);
        }
        if (!place.startsWith("memory")) {
            try (Backend backend = Stores.backend(address)) {
                check(Stores.open(backend, "written"), last);
                assertThat(keys(Stores.open(backend, "steady"))).isEqualTo(STEADY);
            }
        }
    }

    private static int awaitMoves(Backend backend) {
        long deadline = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        DB known = backend.unwrap(DB.class);
        int moves = 0;
        while (moves < MOVES && System.nanoTime() < deadline) {
            DB used = backend.unwrap(DB.class);
            moves += used == known ? 0 : 1;
            known = used;
            Thread.onSpinWait();
        }
        return moves;
    }

    private int write(ByteStore store, History history) {
        int step = 0;
        while (!over.get()) {
            history.take(store, ++step);
        }
        return step;
    }

    /** Each walk meets each entry that was there throughout. */
    private void walk(ByteStore steady) {
        while (!over.get()) {
            assertThat(keys(steady)).isEqualTo(STEADY);
        }
    }

    private static int keys(ByteStore store) {
        Set<ByteKey> found = new HashSet<>();
        for (Map.Entry<ByteKey, ByteEntry> each : (Iterable<Map.Entry<ByteKey, ByteEntry>>) store::iterator) {
            assertThat(found.add(each.getKey())).as("met once").isTrue();
        }
        return found.size();
    }

    /** Makes sure that much lies idle. */
    private void waste(Backend backend) {
        for (int round = 0; !over.get(); round++) {
            ByteStore waste = Stores.open(backend, "waste " + round);
            for (int i = 0; i < 2_000; i++) {
                waste.put(Stores.key("k" + i), Stores.entry("w".repeat(1_000 + round % 50 * 100)));
            }
            waste.clear();
            waste.close();
        }
    }

    private static void check(ByteStore store, int[] last) {
        Map<ByteKey, Integer> found = new HashMap<>();
        store.iterator().forEachRemaining(each -> found.put(each.getKey(), History.step(each.getValue())));
        Map<ByteKey, Integer> expected = new HashMap<>();
        for (int number = 0; number < last.length; number++) {
            expected.putAll(new History(number).after(last[number]));
        }
        assertThat(found).isEqualTo(expected);
    }
}
