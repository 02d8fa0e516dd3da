package dev.larder.internal.codec.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.Values;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyCodecTest {
    record Id(String region, long number) {}

    record Nested(Id id, List<String> path, Set<Integer> numbers, Optional<Id> parent, DayOfWeek day, double rate) {}

    record Holder(LinkedList<String> list, TreeSet<String> set, HashMap<String, Integer> map) {}

    record Arrayed(byte[] bytes) {}

    /** Remembers its hash code as {@link String} does. */
    static final class LazyHash implements Serializable {
        private final String name;
        private int hash;

        LazyHash(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LazyHash that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = name.hashCode();
            }
            return hash;
        }
    }

    /** Has a field that is called hash and is none. */
    static final class Blob {
        private final String store;
        private int hash;

        Blob(String store, int hash) {
            this.store = store;
            this.hash = hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Blob that && store.equals(that.store) && hash == that.hash;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Computes its hash code when it is made and when it is read, as Spring's SimpleKey does. */
    static final class EagerHash implements Serializable {
        private final Object[] parts;
        private transient int hashCode;

        EagerHash(Object... parts) {
            this.parts = parts;
            this.hashCode = Arrays.deepHashCode(parts);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof EagerHash that && Arrays.deepEquals(parts, that.parts);
        }

        @Override
        public int hashCode() {
            return hashCode;
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            hashCode = Arrays.deepHashCode(parts);
        }
    }

    /** Is written by way of another class. */
    static final class Proxied implements Serializable {
        private final transient String name;

        Proxied(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Proxied that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        private Object writeReplace() {
            return new Form(name);
        }

        private record Form(String name) implements Serializable {
            private Object readResolve() {
                return new Proxied(name);
            }
        }
    }

    static class NoEquality {
        final int number = 1;
    }

    static final class ByTransient implements Serializable {
        private final transient String name;

        ByTransient(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByTransient that && Objects.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(name);
        }
    }

    static final class OwnWriting implements Serializable {
        private transient String name = "";

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeUTF(name);
        }

        private void readObject(ObjectInputStream in) throws IOException {
            name = in.readUTF();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OwnWriting that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), 1000, 10_000);

    static Stream<Object> keys() {
        return Stream.of(
                "plain",
                "",
                "#int:1",
                "ä 日 𝒳",
                "half \ud83d",
                "half \udc00",
                1,
                1L,
                (short) 1,
                (byte) 1,
                BigInteger.ONE,
                '1',
                '\ud800',
                true,
                UUID.randomUUID(),
                DayOfWeek.MONDAY,
                Values.Bodied.SMALL,
                1.5,
                -0.0f,
                new BigDecimal("1.0"),
                LocalDate.of(2026, 1, 1),
                URI.create("http://a/b"),
                String.class,
                List.of(1, "a"),
                Arrays.asList(1, null),
                Set.of(1, 2, "a"),
                Map.of(1, "a", 2, "b"),
                Map.entry(1, 2),
                Optional.of(1),
                new Id("eu", 7),
                new Nested(new Id("eu", 7), List.of("a"), Set.of(1, 2, 3), Optional.empty(), DayOfWeek.MONDAY, 0.5),
                new Holder(new LinkedList<>(List.of("a")), new TreeSet<>(List.of("b")), new HashMap<>(Map.of("c", 1))),
                new LazyHash("x"),
                new Blob("s3", 5),
                new EagerHash(1, "a", new int[] {1}),
                new Proxied("x"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_foundWhileIterating_equalsTheOriginal(Object key) {
        ByteKey at = marshaller.key(key);
        Object back = marshaller.key(at, marshaller.encode(key, "value", ByteEntry.ETERNAL));

        assertThat(back).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(key).isEqualTo(back);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_inAnotherJvm_isReadBeforeAnyWasWritten(Object key) {
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);
        Marshaller other = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"))
                .marshaller("orders", Set.of(), 1000, 10_000);

        assertThat(other.key(marshaller.key(key), entry)).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(other.key(key)).isEqualTo(marshaller.key(key));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_hashed_travelsInTheRecord(Object key) {
        Marshaller narrow = codecs.marshaller("narrow", Set.of(), KeyTextFormat.HASH_LENGTH, 10_000);
        ByteEntry entry = narrow.encode(key, "value", ByteEntry.ETERNAL);

        assertThat(narrow.key(key).bytes()).hasSizeLessThanOrEqualTo(KeyTextFormat.HASH_LENGTH);
        assertThat(narrow.key(narrow.key(key), entry)).isEqualTo(key);
        assertThat(narrow.value(key, entry)).isEqualTo("value");
    }

    @Test
    void key_allKinds_haveBytesOfTheirOwn() {
        List<ByteKey> bytes = keys().map(marshaller::key).toList();

        assertThat(bytes).doesNotHaveDuplicates();
    }

    @Test
    void key_plainKinds_areReadable() {
        assertThat(text("order:17")).isEqualTo("order:17");
        assertThat(text(42)).isEqualTo("#int:42");
        assertThat(text(-42L)).isEqualTo("#long:-42");
        assertThat(text('x')).isEqualTo("#char:x");
        assertThat(text(DayOfWeek.MONDAY)).isEqualTo("#enum:java.time.DayOfWeek.MONDAY");
        assertThat(text(new UUID(1, 2))).isEqualTo("#uuid:00000000-0000-0001-0000-000000000002");
        assertThat(text("#tag")).isEqualTo("#str:#tag");
    }

    static Stream<List<Object>> equalKeys() {
        String shared = "shared";
        return Stream.of(
                List.of(List.of(1, 2), new ArrayList<>(List.of(1, 2))),
                List.of(List.of(1, 2), new LinkedList<>(List.of(1, 2))),
                List.of(Arrays.asList(1, 2), Collections.unmodifiableList(Arrays.asList(1, 2))),
                List.of(new LinkedHashSet<>(List.of("a", "b", "c")), new LinkedHashSet<>(List.of("c", "b", "a"))),
                List.of(Set.of("a", "b", "c"), new TreeSet<>(List.of("a", "b", "c"))),
                List.of(crowded(16), crowded(1024)),
                List.of(Map.of("a", 1, "b", 2), new TreeMap<>(Map.of("b", 2, "a", 1))),
                List.of(new Id(shared, 1), new Id(new String(shared), 1)),
                List.of(List.of(shared, shared), List.of(new String(shared), new String(shared))),
                List.of(
                        URI.create("HTTP://User@Example.ORG:80/%c3%A4?Q"),
                        URI.create("http://User@example.org:80/%C3%a4?Q")),
                List.of(Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L)),
                List.of(new EagerHash(1, new int[] {1, 2}), new EagerHash(1, new int[] {1, 2})));
    }

    @ParameterizedTest
    @MethodSource("equalKeys")
    void key_equalKeys_giveEqualBytes(List<Object> keys) {
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
        assertThat(marshaller.key(keys.get(0))).isEqualTo(marshaller.key(keys.get(1)));
    }

    // Not among the parameters above: to print them is to ask for their hash codes.
    @Test
    void key_hashCodeComputedOrNot_givesEqualBytes() {
        LazyHash fresh = new LazyHash("x");
        LazyHash asked = new LazyHash("x");
        assertThat(asked.hashCode()).isEqualTo(120);

        assertThat(marshaller.key(asked)).isEqualTo(marshaller.key(fresh));
    }

    @Test
    void key_decimalsOfOtherScale_differAsTheyDoInJava() {
        assertThat(marshaller.key(new BigDecimal("1.0"))).isNotEqualTo(marshaller.key(new BigDecimal("1.00")));
        assertThat(marshaller.key(0.0)).isNotEqualTo(marshaller.key(-0.0));
    }

    @Test
    void key_fieldThatIsOnlyCalledHash_counts() {
        assertThat(marshaller.key(new Blob("s3", 5))).isNotEqualTo(marshaller.key(new Blob("s3", 6)));
    }

    static Stream<Object> unfit() throws Exception {
        return Stream.of(
                new byte[] {1},
                List.of((Object) new Object[] {1}),
                List.of(new int[] {1}),
                new Arrayed(new byte[] {1}),
                new NoEquality(),
                List.of(new NoEquality()),
                new AtomicLong(5),
                new StringBuilder("x"),
                new RuntimeException("x"),
                new ByTransient("x"),
                new OwnWriting(),
                Optional.of(new AtomicLong()),
                (Runnable) () -> {},
                new URL("http://example.org"),
                selfish());
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void key_withoutEqualityOfValues_isRefusedByName(Object key) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.key(key))
                .withMessageContainingAll("cache 'orders'", key.getClass().getName());
    }

    @Test
    void key_newClassInAListOfKnownClasses_isVerifiedToo() {
        assertThat(marshaller.key(List.of(new Id("eu", 1)))).isNotNull();

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.key(List.of(new ByTransient("x"))))
                .withMessageContaining("cache 'orders'");
    }

    @Test
    void value_recordOfAnotherKeyWithTheSameHash_isUndecodable() {
        Marshaller narrow = codecs.marshaller("narrow", Set.of(), KeyTextFormat.HASH_LENGTH, 10_000);
        List<String> key = List.of("a", "long enough to be hashed, surely");
        ByteEntry entry = narrow.encode(key, "value", 0);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(
                        () -> narrow.value(List.of("b", "long enough to be hashed, surely"), narrow.key(key), entry))
                .withMessageContainingAll("cache 'narrow'", "another key");
    }

    @Test
    void marshaller_storeWithKeysTooShortForAHash_isRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> codecs.marshaller("tiny", Set.of(), 10, 100))
                .withMessageContaining("tiny");
    }

    private String text(Object key) {
        return marshaller.key(key).toString();
    }

    private static Set<String> crowded(int capacity) {
        Set<String> set = new HashSet<>(capacity);
        for (int i = 0; i < 30; i++) {
            set.add("element" + i);
        }
        return set;
    }

    private static List<Object> selfish() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }
}
