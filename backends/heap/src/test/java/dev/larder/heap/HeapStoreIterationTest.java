package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Iterating and clearing. */
final class HeapStoreIterationTest {
    private static final int STEADY = 2_000;

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void iterator_freshAndReplacedEntries_givesCurrentOnes(ObjectStore store) {
        ObjectEntry fresh = entry("fresh");
        ObjectEntry second = entry("second");
        store.put(1, fresh);
        store.put(2, entry("first"));
        store.put(2, second);
        store.put(3, fresh);
        store.swap(3, null);
        assertThat(entries(store)).isEqualTo(Map.of(1, fresh, 2, second));
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void next_atTheEnd_throws(ObjectStore store) {
        assertThatThrownBy(store.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void iterator_othersComeAndGo_givesWhatStaysExactlyOnce(ObjectStore store) throws Exception {
        for (int key = 0; key < STEADY; key++) {
            store.put(key, entry("steady"));
        }
        AtomicBoolean finished = new AtomicBoolean();
        Crowd.play(3, member -> {
            if (member == 0) {
                for (int round = 0; round < 20; round++) {
                    assertThat(entries(store).keySet().stream().filter(key -> (int) key < STEADY))
                            .hasSize(STEADY);
                }
                finished.set(true);
            }
            for (int i = 0; !finished.get(); i++) {
                store.put(i % STEADY, entry("replaced"));
                store.put(STEADY + i % 100, entry("guest"));
                store.swap(STEADY + (i + 50) % 100, null);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void clear_freshAndReplacedEntries_leavesNone(ObjectStore store) {
        for (int key = 0; key < STEADY; key++) {
            store.put(key, entry("first"));
            store.put(key / 2, entry("second"));
        }
        store.clear();
        assertThat(entries(store)).isEmpty();
        assertThat(store.read(0)).isNull();
        assertThat(store.exchange(0, null, entry("again"))).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void close_twice_forgetsAll(ObjectStore store) {
        store.put("key", entry("value"));
        store.close();
        store.close();
        assertThat(store.iterator()).isExhausted();
    }

    private static Map<Object, ObjectEntry> entries(ObjectStore store) {
        Map<Object, ObjectEntry> entries = new HashMap<>();
        for (Iterator<Map.Entry<Object, ObjectEntry>> each = store.iterator(); each.hasNext(); ) {
            Map.Entry<Object, ObjectEntry> entry = each.next();
            assertThat(entries.put(entry.getKey(), entry.getValue()))
                    .as("given twice")
                    .isNull();
        }
        return entries;
    }

    private static ObjectEntry entry(Object value) {
        return new ObjectEntry(value, Stored.ETERNAL);
    }
}
