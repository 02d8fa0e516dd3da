package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.io.Input;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.type.CollectionType;
import dev.larder.internal.codec.type.HolderType;
import dev.larder.internal.codec.type.MapType;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import dev.larder.spi.ByteEntry;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Stack;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of each numbered type, as earlier builds wrote them. Some of these types are written by Kryo's own
 * serializers, so this test also finds a release of Kryo that writes them differently.
 */
@NullUnmarked
@SuppressWarnings({"JdkObsolete", "JavaUtilDate"}) // these classes have numbers too
class NumberedTypesTest {
    /** The class of an enum, which has a name instead of a number: its place, no fingerprint, its name. */
    private static final String SIZE = "0100" + "00000000" + "61"
            + HexFormat.of().formatHex(Size.class.getName().getBytes(StandardCharsets.US_ASCII));

    enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "large";
            }
        }
    }

    private final Marshaller marshaller = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"))
            .marshaller("formats", Set.of(), 250, 10_000);

    static Stream<Arguments> payloads() {
        return Stream.of(scalars(), times(), utilities(), collections(), wrappers(), maps(), others(), arrays())
                .flatMap(each -> each);
    }

    // What nCopies gives is written as a type of its own and read as a plain list.
    static Stream<Arguments> classesThatReturn() {
        Class<?> copies = Collections.nCopies(1, 1).getClass();
        return payloads().filter(each -> each.get()[0].getClass() != copies);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void encode_aNumberedType_hasTheBytesOfEarlierBuilds(Object value, String payload) {
        assertThat(payloadOf(value)).isEqualTo(payload);
    }

    @ParameterizedTest
    @MethodSource("classesThatReturn")
    void value_bytesOfEarlierBuilds_isOfTheSameClassAndContent(Object value, String payload) {
        Object read = marshaller.value(
                "k", Forgeries.record(RecordLayout.GRAPH, 0, HexFormat.of().parseHex(payload)));

        assertThat(read).hasSameClassAs(value);
        assertThat(payloadOf(read)).isEqualTo(payload);
    }

    @Test
    void payloads_everyNumberOfATable_isAmongThem() {
        List<Integer> numbers = payloads()
                .map(each -> HexFormat.of().parseHex((String) each.get()[1]))
                .map(bytes -> new Input(bytes).readVarInt(true) - Forgeries.NEW_CLASS)
                .toList();

        assertThat(numbers)
                .containsAll(ScalarTypes.ALL.stream().map(ScalarType::id).toList())
                .containsAll(CollectionType.ALL.stream().map(CollectionType::id).toList())
                .containsAll(MapType.ALL.stream().map(MapType::id).toList())
                .containsAll(HolderType.ALL.stream().map(HolderType::id).toList());
    }

    private String payloadOf(Object value) {
        byte[] record = marshaller.encode("k", value, ByteEntry.ETERNAL).bytes();
        assertThat(record[RecordLayout.CODEC_OFFSET]).isEqualTo((byte) RecordLayout.GRAPH);
        return HexFormat.of().formatHex(record, RecordLayout.HEADER, record.length);
    }

    private static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of("text", "030974657874"),
                Arguments.of("ä", "0303e4"),
                Arguments.of("日", "030465e5"),
                Arguments.of(true, "0401"),
                Arguments.of((byte) -3, "05fd"),
                Arguments.of((short) -300, "06d4fe"),
                Arguments.of('ß', "07df00"),
                Arguments.of(-70_000, "08dfc508"),
                Arguments.of(5_000_000_000L, "0980c8afa025"),
                Arguments.of(1.5f, "0a0000c03f"),
                Arguments.of(Float.NaN, "0a0000c07f"),
                Arguments.of(-0.0, "0b0000000000000080"),
                Arguments.of(Double.NaN, "0b000000000000f87f"),
                Arguments.of(new BigInteger("-300"), "0c02fed4"),
                Arguments.of(new BigDecimal("-12.50"), "0d0400c313"),
                Arguments.of(new BigDecimal("1234567890123456789012.5"), "0d02010a029d42b64e76714244cd"),
                Arguments.of(new StringBuilder("b"), "0e010362"),
                Arguments.of(new StringBuffer("b"), "0f010362"),
                Arguments.of(new Object(), "1001"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(LocalDate.of(1815, 12, 10), "169bef06"),
                Arguments.of(LocalTime.of(1, 2, 3, 4), "1784dcdea0ad6c"),
                Arguments.of(LocalDateTime.of(2026, 1, 2, 3, 4), "18cebf0280809d9aa7c102"),
                Arguments.of(Instant.ofEpochSecond(-5, 7), "190907"),
                Arguments.of(Duration.ofSeconds(-5, 7), "1a0907"),
                Arguments.of(Period.of(1, -2, 40), "1b020350"),
                Arguments.of(Year.of(-5), "1c09"),
                Arguments.of(YearMonth.of(2026, 11), "1dd41f0b"),
                Arguments.of(MonthDay.of(2, 29), "1e041d"),
                Arguments.of(ZoneOffset.ofHoursMinutes(5, 30), "1fb0b502"),
                Arguments.of(ZoneId.of("Europe/Paris"), "20194575726f70652f5061726973"),
                Arguments.of(OffsetTime.of(12, 0, 0, 0, ZoneOffset.UTC), "2180809ec5a4e90900"),
                Arguments.of(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC), "22cebf0286e4b4eab9c10200"),
                Arguments.of(
                        ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Paris")),
                        "23cebf0286e4b4eab9c102a038194575726f70652f5061726973"));
    }

    private static Stream<Arguments> utilities() {
        return Stream.of(
                Arguments.of(new UUID(1, -2), "2a0100000000000000feffffffffffffff"),
                Arguments.of(URI.create("http://a/b%20c"), "2b1d687474703a2f2f612f6225323063"),
                Arguments.of(Currency.getInstance("EUR"), "2c07455552"),
                Arguments.of(Locale.GERMANY, "2d0b64652d4445"),
                Arguments.of(new Locale("en", "US", "ill formed"), "2d230a656e0a55530a696c6c20666f726d6564"),
                Arguments.of(Pattern.compile("a+", Pattern.CASE_INSENSITIVE), "2e05612b02"),
                Arguments.of(new Date(5), "2f010500000000000000"),
                Arguments.of(BitSet.valueOf(new long[] {5, 9}), "300109050000000000000009"),
                Arguments.of(new AtomicInteger(-3), "310105"),
                Arguments.of(new AtomicLong(-4), "320107"),
                Arguments.of(new AtomicBoolean(true), "330101"),
                Arguments.of(new java.sql.Date(9), "39010900000000000000"),
                Arguments.of(new java.sql.Time(9), "3a010900000000000000"),
                Arguments.of(new java.sql.Timestamp(9), "3b010900000000000000c0a8a504"));
    }

    private static Stream<Arguments> collections() {
        return Stream.of(
                Arguments.of(new ArrayList<>(Arrays.asList(1, null)), "420102080200"),
                Arguments.of(new LinkedList<>(List.of(1)), "4301010802"),
                Arguments.of(new Vector<>(List.of(1)), "4401010802"),
                Arguments.of(stack(), "4501010802"),
                Arguments.of(new ArrayDeque<>(List.of(1)), "4601010802"),
                Arguments.of(new HashSet<>(List.of(1)), "4701010802"),
                Arguments.of(new LinkedHashSet<>(List.of(2, 1)), "48010208040802"),
                Arguments.of(new TreeSet<>(List.of(2, 1)), "4901000208020804"),
                Arguments.of(new PriorityQueue<>(List.of(1, 2)), "4a01000208020804"),
                Arguments.of(new ConcurrentSkipListSet<>(List.of(1)), "4b0100010802"),
                Arguments.of(new CopyOnWriteArrayList<>(List.of(1)), "4c01010802"),
                Arguments.of(new CopyOnWriteArraySet<>(List.of(1)), "4d01010802"),
                Arguments.of(new ConcurrentLinkedQueue<>(List.of(1)), "4e01010802"),
                Arguments.of(new ConcurrentLinkedDeque<>(List.of(1)), "4f01010802"),
                Arguments.of(ConcurrentHashMap.newKeySet(), "500100"));
    }

    private static Stream<Arguments> wrappers() {
        return Stream.of(
                Arguments.of(List.of(1, 2, 3), "520103080208040806"),
                Arguments.of(Set.of(1), "5301010802"),
                Arguments.of(Collections.emptyList(), "540100"),
                Arguments.of(Collections.emptySet(), "550100"),
                Arguments.of(Collections.singletonList(1), "5601010802"),
                Arguments.of(Collections.singleton(1), "5701010802"),
                Arguments.of(Collections.unmodifiableList(new ArrayList<>(List.of(1))), "5801010802"),
                Arguments.of(Collections.unmodifiableSet(new HashSet<>(List.of(1))), "5901010802"),
                Arguments.of(Collections.unmodifiableCollection(new ArrayList<>(List.of(1))), "5a01010802"),
                Arguments.of(Collections.unmodifiableSortedSet(new TreeSet<>(List.of(1))), "5b0100010802"),
                Arguments.of(Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(1))), "5c0100010802"),
                Arguments.of(Collections.synchronizedList(new ArrayList<>(List.of(1))), "5d01010802"),
                Arguments.of(Collections.synchronizedSet(new HashSet<>(List.of(1))), "5e01010802"),
                Arguments.of(Arrays.asList(1, null), "5f0102080200"),
                Arguments.of(Collections.nCopies(2, 1), "60010208020802"));
    }

    private static Stream<Arguments> maps() {
        return Stream.of(
                Arguments.of(new HashMap<>(Map.of(1, 2)), "66010108020804"),
                Arguments.of(new LinkedHashMap<>(Map.of(1, 2)), "67010108020804"),
                Arguments.of(new TreeMap<>(Map.of(1, 2)), "6801000108020804"),
                Arguments.of(new ConcurrentHashMap<>(Map.of(1, 2)), "69010108020804"),
                Arguments.of(new ConcurrentSkipListMap<>(Map.of(1, 2)), "6a01000108020804"),
                Arguments.of(new Hashtable<>(Map.of(1, 2)), "6b010108020804"),
                Arguments.of(new IdentityHashMap<>(Map.of("k", 1)), "6c010103036b0802"),
                Arguments.of(Map.of(1, 2), "70010108020804"),
                Arguments.of(Collections.emptyMap(), "710100"),
                Arguments.of(Collections.singletonMap(1, null), "720101080200"),
                Arguments.of(Collections.unmodifiableMap(new HashMap<>(Map.of(1, 2))), "73010108020804"),
                Arguments.of(Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(1, 2))), "7401000108020804"),
                Arguments.of(Collections.unmodifiableNavigableMap(new TreeMap<>(Map.of(1, 2))), "7501000108020804"),
                Arguments.of(Collections.synchronizedMap(new HashMap<>(Map.of(1, 2))), "76010108020804"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(Optional.of(1), "7a010802"),
                Arguments.of(OptionalInt.of(1), "7b010802"),
                Arguments.of(OptionalLong.empty(), "7c0100"),
                Arguments.of(OptionalDouble.of(1), "7d010b000000000000f03f"),
                Arguments.of(new AbstractMap.SimpleEntry<>(1, null), "7e01080200"),
                Arguments.of(new AbstractMap.SimpleImmutableEntry<>(1, 2), "7f0108020804"),
                Arguments.of(Map.entry(1, 2), "80010108020804"),
                Arguments.of(new AtomicReference<>(1), "8101010802"),
                Arguments.of(int[].class, "8501055b49"),
                Arguments.of(StandardCharsets.UTF_8, "86010b5554462d38"),
                Arguments.of(EnumSet.of(Size.LARGE), "870101" + SIZE + "010b4c41524745"),
                Arguments.of(EnumSet.noneOf(Size.class), "870101" + SIZE + "00"),
                Arguments.of(new EnumMap<>(Map.of(Size.LARGE, 1)), "88010101" + SIZE + "0b4c415247450802"),
                Arguments.of(Size.LARGE, SIZE + "0b4c41524745"),
                Arguments.of(Path.of("a"), "89010361"),
                Arguments.of(TimeZone.getTimeZone("Europe/Paris"), "8a0101194575726f70652f5061726973"));
    }

    private static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(new boolean[] {true, false}, "8e0101020100"),
                Arguments.of(new byte[] {1, 2}, "8f0101020102"),
                Arguments.of(new short[] {-1}, "90010101ffff"),
                Arguments.of(new char[] {'ß'}, "91010101df00"),
                Arguments.of(new int[] {-1}, "92010101ffffffff"),
                Arguments.of(new long[] {-1}, "93010101ffffffffffffffff"),
                Arguments.of(new float[] {1.5f}, "940101010000c03f"),
                Arguments.of(new double[] {2.5}, "950101010000000000000440"),
                Arguments.of(new Object[] {1, null}, "96010102080200"),
                Arguments.of(new String[] {"a", null}, "9701010203036100"),
                Arguments.of(new Serializable[] {1}, "980101010802"));
    }

    private static Stack<Object> stack() {
        Stack<Object> stack = new Stack<>();
        stack.add(1);
        return stack;
    }
}
