package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads on few keys. */
final class HeapStoreRaceTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 20_000;
    private static final int KEYS = 3;

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_manyIncrements_sumIsExact(ObjectStore store) throws Exception {
        Crowd.play(THREADS, member -> {
            for (int i = 0; i < ROUNDS; i++) {
                add(store, i % KEYS, 1);
            }
        });
        assertThat(sum(store)).isEqualTo((long) THREADS * ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_incrementsAndRemovals_nothingIsLostOrDoubled(ObjectStore store) throws Exception {
        Crowd.play(THREADS, member -> {
            for (int i = 0; i < ROUNDS; i++) {
                long taken = i % 4 == member % 4 ? take(store, i % KEYS) : 0;
                add(store, i % KEYS, taken + 1);
            }
        });
        assertThat(sum(store)).isEqualTo((long) THREADS * ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void swap_manyThreads_everyEntryIsGivenBackOnce(ObjectStore store) throws Exception {
        Crowd.play(THREADS, member -> {
            for (int i = 0; i < ROUNDS; i++) {
                ObjectEntry former = store.swap(i % KEYS, entry(1));
                add(store, KEYS, former == null ? 0 : amount(former));
            }
        });
        assertThat(sum(store)).isEqualTo((long) THREADS * ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#tiny")
    void exchange_entriesAreEvictedMeanwhile_noneComesBack(ObjectStore store) throws Exception {
        int keys = 8;
        Referee referee = new Referee(store, keys);
        Crowd.play(THREADS, member -> play(referee, keys, 0));
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void clear_writersGoOn_nothingFromBeforeComesBack(ObjectStore store) throws Exception {
        Referee referee = new Referee(store, KEYS);
        Crowd.play(THREADS, member -> play(referee, KEYS, member == 0 ? 10 : 0));
    }

    private static void play(Referee referee, int keys, int clearings) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < ROUNDS; i++) {
            int key = random.nextInt(keys);
            ObjectEntry seen = referee.look(key);
            referee.replace(key, seen, random.nextInt(4) == 0);
            if (random.nextInt(1000) < clearings) {
                referee.clear();
            }
        }
    }

    private static void add(ObjectStore store, int key, long amount) {
        ObjectEntry seen = store.read(key);
        while (true) {
            ObjectEntry next = entry(amount + (seen == null ? 0 : amount(seen)));
            ObjectEntry witness = store.exchange(key, seen, next);
            if (witness == seen) {
                return;
            }
            seen = witness;
        }
    }

    private static long take(ObjectStore store, int key) {
        ObjectEntry seen = store.read(key);
        while (seen != null) {
            ObjectEntry witness = store.exchange(key, seen, null);
            if (witness == seen) {
                return amount(seen);
            }
            seen = witness;
        }
        return 0;
    }

    private static long sum(ObjectStore store) {
        long sum = 0;
        for (int key = 0; key <= KEYS; key++) {
            ObjectEntry entry = store.read(key);
            sum += entry == null ? 0 : amount(entry);
        }
        return sum;
    }

    private static long amount(ObjectEntry entry) {
        return (long) entry.value();
    }

    private static ObjectEntry entry(long amount) {
        return new ObjectEntry(amount, Stored.ETERNAL);
    }
}
