package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import dev.larder.spi.Weigher;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the bounds hold, and that what leaves is counted. */
final class HeapStoreBoundTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 10_000})
    void put_moreThanMaxEntries_atMostOneInAHundredTooMany(int most) {
        ObjectStore store = Stores.open("heap:?max-entries=" + most);
        for (int key = 0; key < 5 * most; key++) {
            store.put(key, entry("value"));
            assertThat(key % 97 == 0 ? count(store) : 0).isLessThanOrEqualTo(most + most / 100);
        }
        assertThat(count(store)).isBetween(most - most / 100, most + most / 100);
        assertThat(store.evictions()).isEqualTo(5 * most - count(store));
    }

    @Test
    void put_manyThreads_boundHolds() throws Exception {
        ObjectStore store = Stores.open("heap:?max-entries=1000");
        Crowd.play(4, member -> {
            for (int i = 0; i < 20_000; i++) {
                store.put(member * 100_000 + i, entry("value"));
                store.read(member * 100_000 + i / 2);
            }
        });
        store.put("last", entry("value"));
        store.put("very last", entry("value"));
        assertThat(count(store)).isLessThanOrEqualTo(1010);
    }

    @Test
    void put_nothingSaid_isBounded() {
        ObjectStore store = Stores.open("heap:");
        for (int key = 0; key < 150_000; key++) {
            store.put(key, entry("value"));
        }
        assertThat(count(store)).isLessThanOrEqualTo(101_000);
    }

    @Test
    void put_unbounded_keepsAll() {
        ObjectStore store = Stores.open("heap:?max-entries=unbounded");
        for (int key = 0; key < 150_000; key++) {
            store.put(key, entry("value"));
        }
        assertThat(count(store)).isEqualTo(150_000);
        assertThat(store.evictions()).isZero();
    }

    @Test
    void put_byWeight_sumStaysWithin() {
        ObjectStore store = Stores.open("heap:?max-weight=1000&weigher=size");
        for (int key = 0; key < 500; key++) {
            store.put(key, entry("x".repeat(1 + key % 60)));
            assertThat(weight(store)).isLessThanOrEqualTo(1000);
        }
        assertThat(store.evictions()).isPositive();
    }

    @Test
    void exchange_byWeightForSomethingHeavier_othersLeave() {
        ObjectStore store = Stores.open("heap:?max-weight=100&weigher=size");
        for (int key = 0; key < 10; key++) {
            store.put(key, entry("0123456789"));
        }
        for (int key = 0; key < 10; key++) {
            ObjectEntry seen = store.read(key);
            store.exchange(key, seen, entry("x".repeat(40)));
            assertThat(weight(store)).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void exchange_weigherThrows_nothingChanges() {
        ObjectStore store = Stores.open("heap:?max-weight=100&weigher=size");
        ObjectEntry old = entry("old");
        store.put("key", old);
        assertThatThrownBy(() -> store.exchange("key", old, entry(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("'size'");
        assertThatThrownBy(() -> store.put("other", entry(1L))).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.read("key")).isSameAs(old);
        assertThat(store.read("other")).isNull();
    }

    @Test
    void put_weigherGivesLessThanNothing_refused() {
        ObjectStore store = Stores.open("heap:?max-weight=100&weigher=" + Negative.class.getName());
        assertThatThrownBy(() -> store.put("key", entry("value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Negative")
                .hasMessageContaining("-1");
        assertThat(store.read("key")).isNull();
    }

    /** Wrong. */
    public static final class Negative implements Weigher {
        @Override
        public int weigh(Object key, Object value) {
            return -1;
        }
    }

    private static int count(ObjectStore store) {
        int count = 0;
        for (Iterator<?> entries = store.iterator(); entries.hasNext(); entries.next()) {
            count++;
        }
        return count;
    }

    private static int weight(ObjectStore store) {
        int weight = 0;
        for (Iterator<Map.Entry<Object, ObjectEntry>> entries = store.iterator(); entries.hasNext(); ) {
            weight += ((String) entries.next().getValue().value()).length();
        }
        return weight;
    }

    private static ObjectEntry entry(Object value) {
        return new ObjectEntry(value, Stored.ETERNAL);
    }
}
