package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an exchange finds, what it is told to expect, and what comes of it. */
final class HeapStoreExchangeTest {
    private static final Object KEY = "key";

    private final ObjectEntry old = entry("old");
    private final ObjectEntry other = entry("old");
    private final ObjectEntry next = entry("next");

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_absentExpectedNone_puts(ObjectStore store) {
        assertThat(store.exchange(KEY, null, next)).isNull();
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_presentExpectedNone_witnesses(ObjectStore store) {
        store.put(KEY, old);
        assertThat(store.exchange(KEY, null, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_expectedIsCurrent_replaces(ObjectStore store) {
        store.put(KEY, old);
        assertThat(store.exchange(KEY, old, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_expectedEqualButAnotherEntry_witnesses(ObjectStore store) {
        store.put(KEY, old);
        assertThat(store.exchange(KEY, other, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_expectedButAbsent_witnessesNone(ObjectStore store) {
        assertThat(store.exchange(KEY, old, next)).isNull();
        assertThat(store.read(KEY)).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_currentForNone_removes(ObjectStore store) {
        store.put(KEY, old);
        assertThat(store.exchange(KEY, old, null)).isSameAs(old);
        assertThat(store.read(KEY)).isNull();
        assertThat(store.iterator()).isExhausted();
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_anotherForNone_witnessesAndKeeps(ObjectStore store) {
        store.put(KEY, old);
        assertThat(store.exchange(KEY, other, null)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_absentForNone_witnessesNone(ObjectStore store) {
        assertThat(store.exchange(KEY, old, null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_afterRemoval_startsAnew(ObjectStore store) {
        store.put(KEY, old);
        store.exchange(KEY, old, null);
        assertThat(store.exchange(KEY, old, next)).isNull();
        assertThat(store.exchange(KEY, null, next)).isNull();
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_equalKeys_areOne(ObjectStore store) {
        store.put(new String("key"), old);
        assertThat(store.exchange(new String("key"), old, next)).isSameAs(old);
        assertThat(store.read("key")).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void exchange_expiredEntry_isStillFound(ObjectStore store) {
        ObjectEntry expired = new ObjectEntry("gone", 1);
        store.put(KEY, expired);
        assertThat(store.read(KEY)).isSameAs(expired);
        assertThat(store.exchange(KEY, expired, next)).isSameAs(expired);
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void swap_absentThenPresentThenNone_givesWhatWasThere(ObjectStore store) {
        assertThat(store.swap(KEY, old)).isNull();
        assertThat(store.swap(KEY, next)).isSameAs(old);
        assertThat(store.swap(KEY, null)).isSameAs(next);
        assertThat(store.swap(KEY, null)).isNull();
        assertThat(store.read(KEY)).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.larder.heap.Stores#all")
    void put_again_replaces(ObjectStore store) {
        store.putAll(Map.of(KEY, old));
        store.put(KEY, next);
        assertThat(store.read(KEY)).isSameAs(next);
        assertThat(store.exchange(KEY, old, other)).isSameAs(next);
    }

    private static ObjectEntry entry(Object value) {
        return new ObjectEntry(value, Stored.ETERNAL);
    }
}
