package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.type.Classes;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
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
import java.util.Calendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.NullUnmarked;

/** One value of every kind that a cache may hold. */
@NullUnmarked
public final class Values {
    enum Plain {
        ONE,
        TWO
    }

    public enum Bodied {
        SMALL {
            @Override
            int size() {
                return 1;
            }
        },
        LARGE {
            @Override
            int size() {
                return 9;
            }
        };

        abstract int size();
    }

    public record Point(int x, long y) {}

    record Deep(String name, List<Point> points, Optional<Deep> next) {}

    record Everything(
            boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, Bodied e, int[] ints) {}

    public static class Bean {
        private final String name = "Ada";
        private int number = 7;
        private double rate = 0.5;
        private Bodied size = Bodied.LARGE;
        private LocalDate day = LocalDate.of(1815, 12, 10);
        private BigDecimal amount = new BigDecimal("12.50");
        public List<Object> tags = new ArrayList<>(List.of("a", 1, Plain.TWO));
        Object[] things = {1, "two", null, new Point(3, 4)};
        public Point[] points = {new Point(1, 2)};
        Object nothing;
    }

    static final class SubBean extends Bean {
        @SuppressWarnings("unused")
        private final String name = "shadows";
    }

    private Values() {}

    public static Stream<Object> all() {
        return Stream.of(scalars(), times(), collections(), maps(), wrappers(), arrays(), objects(), serialised())
                .flatMap(s -> s);
    }

    public static void assertSame(Object expected, Object actual) {
        assertThat(actual.getClass()).isEqualTo(expected.getClass());
        if (Classes.isJdk(expected.getClass()) && expected.toString().equals(actual.toString())) {
            return;
        }
        assertThat(actual)
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withStrictTypeChecking(true)
                        .build())
                .isEqualTo(expected);
    }

    private static Stream<Object> scalars() {
        return Stream.of(
                "",
                "plain",
                "ä ö ü ß",
                "日本語 𝒳",
                "half \ud83d a pair",
                "x".repeat(5000),
                true,
                (byte) -3,
                (short) 30_000,
                'ß',
                -1,
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                1.5f,
                Double.NaN,
                -0.0,
                new BigInteger("-123456789012345678901234567890"),
                new BigDecimal("1.00"),
                new BigDecimal("123456789012345678901234567890.12345"),
                new BigDecimal("1e-400"),
                UUID.randomUUID(),
                URI.create("http://example.org/a%20b?q#f"),
                Currency.getInstance("EUR"),
                Locale.GERMANY,
                Locale.forLanguageTag("zh-Hant-TW"),
                new Locale("no", "NO", "NY"),
                new Locale("ja", "JP", "JP"),
                new Locale("th", "TH", "TH"),
                new Locale("en", "US", "ill formed"),
                Path.of("some", "file"),
                Pattern.compile("a+b", Pattern.CASE_INSENSITIVE),
                new Date(5),
                new Timestamp(7_000_000_123L),
                new java.sql.Date(9),
                BitSet.valueOf(new long[] {5, 9}),
                new AtomicInteger(3),
                new AtomicLong(4),
                new AtomicBoolean(true),
                new AtomicReference<>("held"),
                new StringBuilder("built"),
                StandardCharsets.UTF_8,
                String.class,
                int.class,
                Point[].class);
    }

    private static Stream<Object> times() {
        return Stream.of(
                LocalDate.MIN,
                LocalTime.MAX,
                LocalDateTime.MAX,
                Instant.MAX,
                Instant.MIN,
                Duration.ofSeconds(-5, 7),
                Period.of(1, -2, 40),
                Year.of(-5),
                YearMonth.of(2026, 11),
                MonthDay.of(2, 29),
                ZoneOffset.ofHoursMinutes(5, 30),
                ZoneId.of("Europe/Paris"),
                ZoneId.of("UTC+01:00"),
                OffsetTime.MAX,
                OffsetDateTime.MIN,
                ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 1, ZoneId.of("Europe/Paris"))
                        .withLaterOffsetAtOverlap(),
                ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 1, ZoneOffset.UTC),
                DayOfWeek.MONDAY,
                TimeUnit.DAYS);
    }

    private static Stream<Object> collections() {
        return Stream.of(
                new ArrayList<>(Arrays.asList(1, null, "x")),
                new LinkedList<>(List.of(1, 2)),
                new Vector<>(List.of(1)),
                new HashSet<>(List.of("a", "b")),
                new LinkedHashSet<>(List.of("b", "a")),
                new TreeSet<>(List.of(3, 1, 2)),
                reversed(),
                new CopyOnWriteArrayList<>(List.of(1, 2)),
                EnumSet.of(Bodied.SMALL),
                EnumSet.noneOf(Plain.class),
                List.of(),
                List.of(1),
                List.of(1, 2, 3),
                Set.of("a"),
                Set.of(1, 2, 3),
                Arrays.asList(1, null));
    }

    private static TreeSet<String> reversed() {
        TreeSet<String> set = new TreeSet<>(Comparator.reverseOrder());
        set.addAll(List.of("a", "b"));
        return set;
    }

    private static Stream<Object> maps() {
        Map<Plain, Integer> byEnum = new EnumMap<>(Plain.class);
        byEnum.put(Plain.TWO, 2);
        Map<String, Object> nulls = new HashMap<>();
        nulls.put(null, null);
        return Stream.of(
                new HashMap<>(Map.of("a", 1, "b", List.of())),
                nulls,
                new LinkedHashMap<>(Map.of(1, 2)),
                new TreeMap<>(Map.of("z", 1, "a", 2)),
                new ConcurrentHashMap<>(Map.of(1, 2)),
                byEnum,
                new EnumMap<>(Plain.class),
                Map.of(),
                Map.of(1, "x"),
                Map.of(1, "x", 2, "y"),
                Map.entry("k", "v"),
                new AbstractMap.SimpleEntry<>("k", 5));
    }

    private static Stream<Object> wrappers() {
        return Stream.of(
                Collections.emptyList(),
                Collections.emptyMap(),
                Collections.emptySet(),
                Collections.singletonList(5),
                Collections.singleton(null),
                Collections.singletonMap("k", null),
                Collections.unmodifiableList(new ArrayList<>(List.of(1))),
                Collections.unmodifiableSet(new HashSet<>(List.of(1))),
                Collections.unmodifiableMap(new LinkedHashMap<>(Map.of(1, 2))),
                Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(1, 2))),
                Collections.unmodifiableSortedSet(new TreeSet<>(List.of(1, 2))),
                Collections.synchronizedList(new ArrayList<>(List.of(1))),
                Collections.synchronizedMap(new LinkedHashMap<>(Map.of(1, 2))),
                Optional.empty(),
                Optional.of(Optional.of("x")),
                OptionalInt.of(3));
    }

    private static Stream<Object> arrays() {
        return Stream.of(
                new byte[] {1, 2},
                new int[][] {{1}, {}, {2, 3}},
                new boolean[] {true, false},
                new char[] {'ß'},
                new short[] {1},
                new long[] {1},
                new float[] {1.5f},
                new double[] {2.5},
                new Object[] {1, null, "x", new Object[] {2}},
                new String[] {"a", null},
                new Serializable[] {1, "x"},
                new Point[] {new Point(1, 2), null},
                new Plain[] {Plain.ONE});
    }

    private static Stream<Object> objects() {
        return Stream.of(
                Plain.ONE,
                Bodied.SMALL,
                new Point(1, 2),
                new Deep(
                        "a", List.of(new Point(1, 2)), Optional.of(new Deep("b", new ArrayList<>(), Optional.empty()))),
                new Everything(true, (byte) 1, (short) 2, 'c', 4, 5, 6f, 7d, null, Bodied.LARGE, new int[] {1}),
                new Bean(),
                new SubBean());
    }

    private static Stream<Object> serialised() {
        TimeZone altered = TimeZone.getTimeZone("Europe/Paris");
        altered.setRawOffset(5);
        Calendar calendar = new GregorianCalendar(2026, Calendar.MAY, 1);
        return Stream.of(
                calendar,
                TimeZone.getTimeZone("Europe/Paris"),
                TimeZone.getTimeZone("GMT+01:30"),
                altered,
                new SimpleTimeZone(3_600_000, "own"),
                new LinkedBlockingQueue<>(List.of(1, 2)).toArray(),
                new PriorityQueue<>(List.of(3, 1, 2)).toArray(),
                new ArrayDeque<>(List.of(1, 2)).toArray());
    }
}
