package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Stored;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The result of an exchange, for each found and expected entry. */
final class HeapStoreExchangeTest {
    private static final Object KEY = "key";

    private final ObjectEntry old = entry("old");
    private final ObjectEntry other = entry("old");
    private final ObjectEntry next = entry("next");

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_absentExpectedNone_puts(Case given) {
        ObjectStore store = given.store();
        assertThat(store.exchange(KEY, null, next)).isNull();
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_presentExpectedNone_witnesses(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(KEY, null, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_expectedIsCurrent_replaces(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(KEY, old, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_expectedEqualButAnotherEntry_witnesses(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(KEY, other, next)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_expectedButAbsent_witnessesNone(Case given) {
        ObjectStore store = given.store();
        assertThat(store.exchange(KEY, old, next)).isNull();
        assertThat(store.read(KEY)).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_currentForNone_removes(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(KEY, old, null)).isSameAs(old);
        assertThat(store.read(KEY)).isNull();
        assertThat(store.iterator()).isExhausted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_anotherForNone_witnessesAndKeeps(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(KEY, other, null)).isSameAs(old);
        assertThat(store.read(KEY)).isSameAs(old);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_absentForNone_witnessesNone(Case given) {
        ObjectStore store = given.store();
        assertThat(store.exchange(KEY, old, null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_afterRemoval_createsTheEntryAgain(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        store.exchange(KEY, old, null);
        assertThat(store.exchange(KEY, old, next)).isNull();
        assertThat(store.exchange(KEY, null, next)).isNull();
        assertThat(store.read(KEY)).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_equalKeys_areOne(Case given) {
        ObjectStore store = given.store();
        given.hold(old);
        assertThat(store.exchange(new String("key"), old, next)).isSameAs(old);
        assertThat(store.read("key")).isSameAs(next);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exchange_expiredEntry_isStillFound(Case given) {
        ObjectStore store = given.store();
        ObjectEntry expired = new ObjectEntry("gone", 1);
        given.hold(expired);
        assertThat(store.read(KEY)).isSameAs(expired);
        assertThat(store.exchange(KEY, expired, next)).isSameAs(expired);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void swap_absentThenPresentThenNone_givesWhatWasThere(Case given) {
        ObjectStore store = given.store();
        assertThat(store.swap(KEY, old)).isNull();
        assertThat(store.swap(KEY, next)).isSameAs(old);
        assertThat(store.swap(KEY, null)).isSameAs(next);
        assertThat(store.swap(KEY, null)).isNull();
        assertThat(store.read(KEY)).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void put_again_replaces(Case given) {
        ObjectStore store = given.store();
        store.putAll(Map.of(KEY, old));
        store.put(KEY, next);
        assertThat(store.read(KEY)).isSameAs(next);
        assertThat(store.exchange(KEY, old, other)).isSameAs(next);
    }

    /** Each store, and whether the entry that is there has been replaced before or not. */
    static Stream<Case> cases() {
        return Stream.of(false, true).flatMap(replaced -> Stores.all()
                .map(store -> new Case(store.getName(), store.getPayload(), replaced)));
    }

    private record Case(String name, ObjectStore store, boolean replaced) {
        void hold(ObjectEntry entry) {
            if (replaced) {
                store.put(KEY, entry("former"));
            }
            store.put(KEY, entry);
        }

        @Override
        public String toString() {
            return name + (replaced ? ", replaced before" : ", fresh");
        }
    }

    private static ObjectEntry entry(Object value) {
        return new ObjectEntry(value, Stored.ETERNAL);
    }
}
