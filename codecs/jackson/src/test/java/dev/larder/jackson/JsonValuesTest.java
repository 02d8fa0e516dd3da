package dev.larder.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import dev.larder.spi.AllowedClasses;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is put as JSON comes back as it was, or the put is refused. */
class JsonValuesTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();

    private static final AllowedClasses ANY = new AllowedClasses() {
        @Override
        public void check(Class<?> type) {}

        @Override
        public Class<?> load(String name) {
            throw new IllegalArgumentException(name);
        }
    };

    record Row(long id, String name) {}

    record Page<T>(List<T> content, long total) {}

    record Holder(
            List<Long> ids,
            Set<Row> rows,
            Map<Long, Row> byId,
            Map<Row, Integer> byRow,
            Object any,
            Number number,
            Optional<Row> maybe,
            Collection<Integer> some,
            Date date,
            Class<?> type) {}

    sealed interface Shape permits Square, Circle {}

    record Square(double side) implements Shape {}

    record Circle(double radius) implements Shape {}

    record Drawing(List<Shape> shapes, Shape main) {}

    enum Colour {
        RED {
            @Override
            int number() {
                return 1;
            }
        };

        abstract int number();
    }

    /** A bean with a subclass. */
    static class Person {
        private String name = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other != null && getClass() == other.getClass() && name.equals(((Person) other).name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    static final class Clerk extends Person {
        private int grade;

        public int getGrade() {
            return grade;
        }

        public void setGrade(int grade) {
            this.grade = grade;
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && grade == ((Clerk) other).grade;
        }

        @Override
        public int hashCode() {
            return Objects.hash(getName(), grade);
        }
    }

    record Staff(Person chief, List<Person> all) {}

    /** Loses a field that its equals ignores. */
    static final class Lossy {
        private long id;
        private String secret = "";

        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Lossy that && id == that.id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    /** Loses what it says it may lose. */
    static final class Forgetful {
        public long id;

        @JsonIgnore
        public String secret = "";
    }

    /** Has no constructor that Jackson could call. */
    static final class Closed {
        public final long id;

        Closed(long id, String unnamed) {
            this.id = id + unnamed.length();
        }
    }

    record Host(String name, InetAddress address) {}

    @AfterEach
    void close() {
        provider.close();
    }

    private Cache<String, Object> cache() {
        return provider.getCacheManager(URI.create("bytes:json?serializer=json&allow=dev.larder.jackson.*"), null)
                .createCache("values", new LarderConfiguration<String, Object>().setTypes(String.class, Object.class));
    }

    private static Arguments of(Object value) {
        return Arguments.of(value.getClass().getName(), value);
    }

    static Stream<Arguments> values() {
        Row row = new Row(1, "a");
        return Stream.of(
                        Stream.of(2953).toList(),
                        List.of(1L, 2L),
                        new ArrayList<>(List.of(1L)),
                        new LinkedList<>(List.of(row)),
                        Set.of("a", "b"),
                        new LinkedHashSet<>(List.of(3L, 1L)),
                        new TreeSet<>(Set.of(3L, 1L)),
                        Map.of("a", 1L),
                        new HashMap<>(Map.of(1L, "a")),
                        new HashMap<>(Map.of(row, row)),
                        new ConcurrentHashMap<>(Map.of('c', 1.5f)),
                        new TreeMap<>(Map.of(2L, List.of(1L))),
                        Collections.singletonMap(null, 1),
                        new ArrayList<>(List.of("a", "b", "c")).subList(0, 2),
                        new HashMap<>(Map.of("a", 1)).keySet(),
                        Collections.unmodifiableList(new ArrayList<>(List.of("x"))),
                        Arrays.asList("a", null),
                        Optional.of(row),
                        Optional.empty(),
                        Optional.of(List.of(1L)),
                        5L,
                        5,
                        (short) 5,
                        (byte) 5,
                        'x',
                        2.5f,
                        Double.NaN,
                        -0.0,
                        true,
                        new BigDecimal("1.50"),
                        new BigDecimal("1E+30"),
                        BigInteger.TEN.pow(300),
                        LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6),
                        Instant.ofEpochSecond(1, 7),
                        ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Berlin")),
                        ZoneId.of("Europe/Berlin"),
                        Duration.ofNanos(5),
                        TimeUnit.DAYS,
                        Colour.RED,
                        List.of(Colour.RED, TimeUnit.DAYS),
                        EnumSet.of(TimeUnit.DAYS),
                        List.of(EnumSet.of(TimeUnit.DAYS)),
                        new EnumMap<>(Map.of(TimeUnit.DAYS, 1L)),
                        row,
                        new Page<>(List.of(row), 1),
                        new Page<>(List.of(1L), 1),
                        new Page<>(List.of(List.of(1L), Map.of(2, 3L), Optional.of(new Date(4))), 1),
                        holder(9L, 7L, new Date(5), String.class),
                        holder("s", 7, new Timestamp(5), long[].class),
                        holder(new Date(5), new BigDecimal("7.0"), new Date(5), Row.class),
                        new Drawing(List.of(new Square(1), new Circle(2)), new Square(3)),
                        UUID.randomUUID(),
                        new Date(5),
                        timestamp(),
                        Arrays.asList(1, 2L, 3.0f, "s", row, new Date(1), timestamp(), new BigDecimal("1.0")),
                        Locale.GERMANY,
                        // Stands for what frameworks put into caches: written as a graph.
                        javax.cache.expiry.Duration.ONE_DAY,
                        URI.create("http://a/b"),
                        "{\"a\":1}",
                        String.class,
                        Stream.of(row).collect(Collectors.groupingBy(Row::name)),
                        List.of(properties()),
                        properties(),
                        Map.entry("a", row),
                        Map.entry(1L, List.of(2L)),
                        List.of(List.of(1L), List.of()),
                        new Staff(person(new Person()), List.of(person(new Person()), person(new Clerk()))),
                        new Staff(person(new Clerk()), new ArrayList<>()),
                        List.of(new long[0].getClass()),
                        "half \ud800",
                        "s".repeat(100_000),
                        Map.of("k".repeat(100_000), 1))
                .map(JsonValuesTest::of);
    }

    private static Holder holder(Object any, Number number, Date date, Class<?> type) {
        Row row = new Row(1, "a");
        return new Holder(
                List.of(1L),
                Set.of(row),
                Map.of(1L, row),
                Map.of(row, 1),
                any,
                number,
                Optional.of(row),
                List.of(1),
                date,
                type);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put("a", "b");
        return properties;
    }

    private static Timestamp timestamp() {
        Timestamp moment = new Timestamp(5);
        moment.setNanos(7);
        return moment;
    }

    private static Person person(Person person) {
        person.setName("n");
        if (person instanceof Clerk clerk) {
            clerk.setGrade(3);
        }
        return person;
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("values")
    void put_value_comesBackEqual(String type, Object value) {
        Cache<String, Object> cache = cache();
        cache.put("a", value);
        assertThat(cache.get("a")).isEqualTo(value);
        assertThat(value).isEqualTo(cache.get("a"));
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                        new byte[] {1, 2},
                        new long[] {1, 2},
                        new char[] {'a'},
                        new double[] {1.5},
                        new String[] {"a", null},
                        new Long[] {1L},
                        new Object[] {1L, "s", new Row(1, "a"), new Object[] {2L}, new byte[] {1}},
                        new Row[][] {{new Row(1, "a")}})
                .map(JsonValuesTest::of);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("arrays")
    void put_array_comesBackWithItsClassAndContent(String type, Object array) {
        Cache<String, Object> cache = cache();
        cache.put("a", array);
        assertThat(cache.get("a"))
                .hasSameClassAs(array)
                .usingRecursiveComparison()
                .isEqualTo(array);
        cache.put("b", List.of(array));
        assertThat(((List<?>) cache.get("b")).get(0)).hasSameClassAs(array);
    }

    static Stream<Arguments> losses() throws Exception {
        Lossy lossy = new Lossy();
        lossy.secret = "s";
        SortedSet<String> reversed = new TreeSet<>(Comparator.reverseOrder());
        return Stream.of(
                        lossy,
                        List.of(lossy),
                        new Closed(5, ""),
                        new Page<>(List.of(new Closed(5, "")), 1),
                        reversed,
                        List.of(reversed),
                        Stream.of(1, 2).collect(Collectors.partitioningBy(each -> each > 1)),
                        new BitSet(),
                        new StringBuilder("x"),
                        List.of(new StringBuilder("x")),
                        new java.sql.Date(5),
                        new IllegalStateException("x"),
                        BigInteger.TEN.pow(2_000),
                        InetAddress.getByName("127.0.0.1"),
                        new Host("a", InetAddress.getByName("127.0.0.1")))
                .map(JsonValuesTest::of);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("losses")
    void put_valueThatWouldNotComeBack_isRefusedByName(String type, Object value) {
        Cache<String, Object> cache = cache();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cache.put("a", value))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContainingAll("cache 'values'", type, String.class.getName());
        }
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void put_fieldThatIsLost_isNamedWithTheWayOut() {
        Lossy lossy = new Lossy();
        lossy.secret = "s";
        Cache<String, Object> cache = cache();
        assertThatThrownBy(() -> cache.put("a", lossy))
                .hasMessageContainingAll("field secret", "@JsonIgnore", "serializer to kryo");
    }

    @Test
    void put_fieldThatMayBeLost_isPut() {
        Forgetful forgetful = new Forgetful();
        forgetful.id = 5;
        forgetful.secret = "s";
        Cache<String, Object> cache = cache();
        cache.put("a", forgetful);
        assertThat(((Forgetful) cache.get("a")).id).isEqualTo(5);
    }

    @Test
    void put_recordOfDeclaredTypes_isPlainJsonAsEver() {
        CacheSerializer serializer = new CacheSerializer(ANY);
        assertThat(serializer.write(new Staff(person(new Person()), List.of(person(new Person())))))
                .asString()
                .isEqualTo("{\"chief\":{\"name\":\"n\"},\"all\":[{\"name\":\"n\"}]}");
    }

    @Test
    void read_jsonWithoutNamesOfClasses_isReadAsEver() {
        CacheSerializer serializer = new CacheSerializer(ANY);
        assertThat(serializer.read("[[1,2],{\"a\":[3]}]".getBytes(StandardCharsets.UTF_8), ArrayList.class))
                .isEqualTo(List.of(List.of(1, 2), Map.of("a", List.of(3))));
        assertThat(serializer.read(
                        "\"1970-01-01T00:00:00.005+00:00\"".getBytes(StandardCharsets.UTF_8), Timestamp.class))
                .isEqualTo(new Timestamp(5));
    }

    @Test
    void put_ownMapperThatLosesTypes_isRefused() {
        JacksonSerializer own = new JacksonSerializer(new JsonMapper());
        Cache<String, Object> cache = provider.getCacheManager(URI.create("bytes:own?allow=dev.larder.jackson.*"), null)
                .createCache(
                        "values",
                        new LarderConfiguration<String, Object>()
                                .setTypes(String.class, Object.class)
                                .setSerializer(own));
        cache.put("a", new Row(1, "a"));
        assertThat(cache.get("a")).isEqualTo(new Row(1, "a"));
        assertThatThrownBy(() -> cache.put("b", new ArrayList<>(List.of(1L)))).isInstanceOf(CacheException.class);
    }
}
