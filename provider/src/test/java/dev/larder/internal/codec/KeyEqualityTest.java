package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are equal are one key, and keys that are not are two, whatever their classes are. */
@SuppressWarnings({"JavaUtilDate", "JdkObsolete", "deprecation"}) // it is about them
class KeyEqualityTest {
    record Moment(Date at, java.sql.Date day) {}

    record Rate(double of, Float with) {}

    record Id(String region, long number) {}

    /** Compares by {@code ==}, by which 0.0 is -0.0. */
    static final class Point {
        private final double x;
        private final float y;

        Point(double x, float y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point that && x == that.x && y == that.y;
        }

        @Override
        public int hashCode() {
            return (int) (x + y);
        }
    }

    /** Compares without regard to case. */
    static final class Name {
        private final String text;

        Name(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name that && text.equalsIgnoreCase(that.text);
        }

        @Override
        public int hashCode() {
            return text.toLowerCase(Locale.ROOT).hashCode();
        }
    }

    /** Has a field that is computed from another, and compares that one. */
    static final class Derived {
        private final String text;
        private final String upper;

        Derived(String text) {
            this.text = text;
            this.upper = text.toUpperCase(Locale.ROOT);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Derived that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(text);
        }

        @Override
        public String toString() {
            return upper;
        }
    }

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), 1000, 10_000);

    private static List<Object> samples() {
        return List.of(
                1,
                1L,
                (short) 1,
                (byte) 1,
                '1',
                "1",
                BigInteger.ONE,
                BigDecimal.ONE,
                new BigDecimal("1.0"),
                1.0,
                1.0f,
                0.0,
                -0.0,
                0.0f,
                -0.0f,
                Double.NaN,
                Double.longBitsToDouble(0x7ff8000000000001L),
                true,
                "true",
                "",
                "#",
                "#int:1",
                "\ud800",
                "\udc00",
                "?",
                "\ufffd",
                "\u00e9",
                "e\u0301",
                new Date(0),
                new java.sql.Date(0),
                new Time(0),
                new Timestamp(0),
                new Date(5),
                new Timestamp(5),
                nanos(5),
                Instant.EPOCH,
                OffsetDateTime.MIN,
                ZoneOffset.UTC,
                ZoneId.of("UTC"),
                ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")),
                ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                List.of(),
                Collections.emptyList(),
                new Vector<>(),
                Set.of(),
                new HashSet<>(),
                new TreeSet<>(),
                Map.of(),
                new TreeMap<>(),
                new Properties(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(1),
                new ArrayList<>(List.of(1)),
                new LinkedList<>(List.of(1)),
                Arrays.asList(1),
                new CopyOnWriteArrayList<>(List.of(1)),
                List.of(1L),
                List.of((short) 1),
                List.of("1"),
                List.of('1'),
                Set.of(1),
                new TreeSet<>(Set.of(1)),
                new CopyOnWriteArraySet<>(Set.of(1)),
                ConcurrentHashMap.newKeySet(),
                Set.of(1L),
                List.of(List.of(1)),
                List.of(Set.of(1)),
                List.of(new Date(0)),
                List.of(new java.sql.Date(0)),
                List.of(new Timestamp(0)),
                List.of(new Date(0), new Date(0)),
                List.of(new Date(0), new Time(0)),
                Set.of(new Time(0)),
                Set.of(new Date(0)),
                Map.of("a", 1),
                new TreeMap<>(Map.of("a", 1)),
                new LinkedHashMap<>(Map.of("a", 1)),
                Map.of("a", 1L),
                Map.of("a", "b"),
                properties(),
                Map.entry("a", 1),
                new AbstractMap.SimpleEntry<>("a", 1),
                Map.of(new Date(0), 1),
                Map.of(new Time(0), 1),
                EnumSet.of(TimeUnit.DAYS),
                Set.of(TimeUnit.DAYS),
                new EnumMap<>(Map.of(TimeUnit.DAYS, 1)),
                Map.of(TimeUnit.DAYS, 1),
                TimeUnit.DAYS,
                TimeUnit.HOURS,
                "DAYS",
                Optional.of(1),
                Optional.of(1L),
                OptionalInt.of(1),
                Optional.of(List.of(1)),
                Optional.of(new Date(0)),
                Optional.of(new Time(0)),
                new BitSet(),
                new BitSet(100),
                bits(70),
                Locale.US,
                new Locale("en", "US"),
                new Locale("en", "US", ""),
                Locale.forLanguageTag("sr-Latn-RS"),
                new Locale("sr", "RS"),
                new Locale("1\n2", "3"),
                new Locale("1", "2\n3"),
                new Locale("1\n2\n3"),
                new Locale("no", "NO", "NY"),
                Locale.ROOT,
                URI.create("HTTP://X/%7e"),
                URI.create("http://x/%7E"),
                URI.create("http://x/~"),
                new UUID(1, 2),
                new UUID(2, 1),
                String.class,
                Integer.class,
                int.class,
                new Id("a", 1),
                new Id("a", 2),
                new Rate(0.0, 0.0f),
                new Rate(-0.0, 0.0f),
                new Rate(0.0, null),
                new Rate(Double.NaN, Float.NaN),
                new Moment(new Date(0), null),
                new Moment(new java.sql.Date(0), new java.sql.Date(0)),
                new Moment(new Date(0), new java.sql.Date(0)),
                new Moment(new Time(0), null),
                new Moment(new Timestamp(0), null),
                new Point(0.0, 0.0f),
                new Point(-0.0, 0.0f),
                new Point(-0.0, -0.0f),
                new Point(1, 0),
                new Name("ab"),
                new Name("b"),
                new Derived("ab"),
                new Derived("AB"));
    }

    static Stream<Integer> places() {
        return IntStream.range(0, samples().size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("places")
    void key_equalBothWays_hasTheSameBytesAndOthersHaveNot(int place) {
        List<Object> samples = samples();
        Object one = samples.get(place);
        ByteKey bytes = marshaller.key(one);
        for (Object other : samples) {
            boolean areEqual = areEqual(one, other) && areEqual(other, one);
            assertThat(bytes.equals(marshaller.key(other)))
                    .as("%s %s and %s %s", one.getClass(), one, other.getClass(), other)
                    .isEqualTo(areEqual);
        }
    }

    // The JDK's EnumMap asks a sorted map for constants that do not compare with its keys.
    private static boolean areEqual(Object one, Object other) {
        try {
            return one.equals(other);
        } catch (ClassCastException incomparable) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void key_foundWhileIterating_isEqualAndHasTheSameBytes(int place) {
        Object key = samples().get(place);
        Object back = marshaller.key(marshaller.key(key), marshaller.encode(key, "value", ByteEntry.ETERNAL));
        assertThat(back).isEqualTo(key);
        assertThat(key).isEqualTo(back);
        assertThat(marshaller.key(back)).isEqualTo(marshaller.key(key));
    }

    static Stream<Object> dates() {
        return Stream.of(
                new Date(5),
                new java.sql.Date(5),
                new Time(5),
                nanos(5),
                List.of(new Time(5)).get(0));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void key_date_comesBackAsTheClassItWas(Object date) {
        for (Object key : List.of(date, List.of(date), Set.of(date), Map.of(date, 1), Optional.of(date))) {
            Object back = marshaller.key(marshaller.key(key), marshaller.encode(key, "value", ByteEntry.ETERNAL));
            assertThat(back).isEqualTo(key);
            assertThat(back.toString()).isEqualTo(key.toString());
        }
    }

    static Stream<Object> undecided() {
        Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.add("a");
        Map<String, Integer> byLength = new TreeMap<>(Comparator.comparing(String::length));
        byLength.put("a", 1);
        return Stream.of(
                new int[] {1},
                List.of((Object) new Object[] {1}),
                List.of(new int[] {1}),
                Optional.of(new int[] {1}),
                new StringBuilder("x"),
                new AtomicInteger(1),
                Optional.of(new AtomicInteger(1)),
                new ArrayDeque<>(List.of(1)),
                Collections.unmodifiableCollection(List.of(1)),
                new HashMap<>(Map.of("a", 1)).values(),
                new IdentityHashMap<>(Map.of("a", 1)),
                Calendar.getInstance(),
                anyCase,
                List.of(anyCase),
                byLength,
                new TreeSet<>(List.of(new BigDecimal("1.0"))),
                new TreeMap<>(Map.of(BigDecimal.ONE, 1)),
                new Name("AB"),
                List.of(new Name("Ab")));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void key_equalityNotInItsBytes_isRefusedByName(Object key) {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(CodecException.class)
                    .isThrownBy(() -> marshaller.key(key))
                    .withMessageContainingAll("cache 'orders'", key.getClass().getName());
        }
    }

    @Test
    void key_sortedByAnOrderThatAgreesWithEquals_isTaken() {
        assertThat(marshaller.key(new TreeSet<>(Comparator.<Integer>reverseOrder())))
                .isEqualTo(marshaller.key(Set.of()));
        assertThat(marshaller.key(new TreeSet<>(Comparator.<Integer>naturalOrder())))
                .isEqualTo(marshaller.key(Set.of()));
    }

    @ParameterizedTest
    @MethodSource("otherTexts")
    void key_textThatNoKeyHas_isUndecodable(byte[] bytes) {
        ByteEntry entry = marshaller.encode("key", "value", ByteEntry.ETERNAL);
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.key(new ByteKey(bytes), entry));
    }

    static Stream<byte[]> otherTexts() {
        return Stream.concat(
                Stream.of(
                                "#int:007",
                                "#int:+7",
                                "#bool:yes",
                                "#str:plain",
                                "#char:0041",
                                "#big:-0",
                                "#long:1l",
                                "#uuid:1-1-1-1-1")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        new byte[] {(byte) 0xFF},
                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        "#utf16:ab".getBytes(StandardCharsets.UTF_8)));
    }

    private static Timestamp nanos(int nanos) {
        Timestamp moment = new Timestamp(0);
        moment.setNanos(nanos);
        return moment;
    }

    private static BitSet bits(int bit) {
        BitSet bits = new BitSet();
        bits.set(bit);
        return bits;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put("a", "b");
        return properties;
    }
}
