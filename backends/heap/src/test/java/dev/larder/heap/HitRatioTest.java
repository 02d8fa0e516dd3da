package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Recording fewer reads in the eviction policy must not lower the hit ratio. */
final class HitRatioTest {
    private static final int ENTRIES = 1_000;
    private static final int READS = 200_000;
    private static final double TOLERANCE = 0.02;

    @Test
    void read_popularKeysAmongPassersBy_hitsAsOftenAsCaffeine() {
        ObjectStore store = Stores.open("heap:?max-entries=" + ENTRIES);
        Cache<Integer, Integer> caffeine = Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .executor(Runnable::run)
                .build();
        double ours = hits(key -> store.read(key) != null || isMissed(store, key));
        double theirs = hits(key -> caffeine.getIfPresent(key) != null || isMissed(caffeine, key));
        assertThat(ours).isGreaterThan(theirs - TOLERANCE);
    }

    private static boolean isMissed(ObjectStore store, int key) {
        store.exchange(key, null, new ObjectEntry(key, Stored.ETERNAL));
        return false;
    }

    private static boolean isMissed(Cache<Integer, Integer> cache, int key) {
        cache.put(key, key);
        return false;
    }

    private static double hits(IntPredicate read) {
        Random random = new Random(17);
        int hits = 0;
        for (int i = 0; i < READS; i++) {
            // A fifth pass by once; of the others, the lower the number the more popular.
            int key = i % 5 == 0 ? 1_000_000 + i : (int) (20 * ENTRIES * Math.pow(random.nextDouble(), 4));
            hits += read.test(key) ? 1 : 0;
        }
        return (double) hits / READS;
    }
}
