package dev.larder.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import java.io.Serializable;
import java.lang.constant.Constable;
import java.net.URI;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A class that JSON replaces by another is read back as one that fits the declared type, or the put is refused. */
class JsonSubstitutesTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();

    record Natural(Comparable<?> some, Constable constant, Number number, CharSequence text, Serializable any) {}

    record Several(List<? extends Comparable<?>> list, Comparable<?>[] array) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Several that && list.equals(that.list) && Arrays.equals(array, that.array);
        }

        @Override
        public int hashCode() {
            return list.hashCode();
        }
    }

    record Sorted(SortedSet<Integer> set, SortedMap<Integer, Long> map, PriorityQueue<Integer> queue) {}

    record Pairs(SimpleEntry<Long, Date> entry, SimpleImmutableEntry<Long, Date> immutable) {}

    interface Source extends Supplier<Long>, Serializable {}

    record Sourced(Source source) {}

    /** Has nothing in it. */
    static final class Empty {}

    /** Excludes from JSON what its equals uses. */
    static final class Ignoring {
        public int kept;

        @JsonIgnore
        public int left;

        @Override
        public boolean equals(Object other) {
            return other instanceof Ignoring that && kept == that.kept && left == that.left;
        }

        @Override
        public int hashCode() {
            return Objects.hash(kept, left);
        }
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private <V> Cache<String, V> cache(Class<V> type) {
        return provider.getCacheManager(
                        URI.create("bytes:substitutes?serializer=json&allow=dev.larder.jackson.*"), null)
                .createCache("values", new LarderConfiguration<String, V>().setTypes(String.class, type));
    }

    private void requireRefused(Object value, String... parts) {
        Cache<String, Object> cache = cache(Object.class);
        assertThatThrownBy(() -> cache.put("refused", value))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("cache 'values'", "use the default serializer for this cache")
                .hasMessageContainingAll(parts)
                .hasMessageNotContainingAny("SerializationFeature", "[Source");
        assertThat(cache.containsKey("refused")).isFalse();
    }

    static Stream<Object> naturals() {
        return Stream.of(
                new Natural(1L, 1L, 1L, "x", 1L),
                new Natural("x", "x", 1, "x", "x"),
                new Natural(1, 1, 1.5, "x", 1),
                new Natural(1.5, 1.5, 1.5f, "x", 1.5),
                new Natural(Double.NaN, Double.NaN, Double.NaN, "NaN", Double.NaN),
                new Natural(true, false, null, null, true),
                new Natural('c', TimeUnit.DAYS, (short) 1, "", new Date(5)),
                new Natural(new Date(5), null, null, null, null),
                new Several(List.of(1L, "x", 1, true), new Comparable<?>[] {"x", 1L, 1, null}),
                new Several(List.of("x"), new Comparable<?>[] {"x"}));
    }

    @Test
    void put_naturalTypeOfJsonAsAnInterface_comesBack() {
        Cache<String, Object> cache = cache(Object.class);
        naturals().forEach(value -> {
            cache.put("a", value);
            assertThat(cache.get("a")).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @MethodSource("naturals")
    void put_naturalTypeAsTheFirstOfItsClass_comesBack(Object value) {
        Cache<String, Object> cache = cache(Object.class);
        cache.put("a", value);
        assertThat(cache.get("a")).isEqualTo(value);
    }

    static Stream<Arguments> declared() {
        Map<String, Integer> identities = new IdentityHashMap<>(Map.of("a", 1));
        return Stream.of(
                        new PriorityQueue<>(List.of(2, 1)),
                        new ConcurrentSkipListSet<>(Set.of(1)),
                        identities,
                        new EnumMap<>(Map.of(TimeUnit.DAYS, 1)),
                        new Vector<>(List.of(1)))
                .map(value -> Arguments.of(value.getClass(), value));
    }

    @ParameterizedTest
    @MethodSource("declared")
    <V> void put_classThatComesBackAsAnother_isRefusedWhereItIsDeclared(Class<V> type, V value) {
        Cache<String, V> cache = cache(type);
        assertThatThrownBy(() -> cache.put("refused", value))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("cache 'values'", type.getName(), "use the default serializer");
        assertThat(cache.containsKey("refused")).isFalse();
    }

    @Test
    void put_queueOrIdentityMap_isRefused() {
        for (Object value : List.of(
                new PriorityQueue<>(List.of(2, 1)),
                new ArrayBlockingQueue<>(3),
                new IdentityHashMap<>(Map.of("a", 1)))) {
            requireRefused(value, value.getClass().getName());
            provider.close();
            requireRefused(List.of(value), value.getClass().getName());
            provider.close();
        }
    }

    @Test
    void put_pair_comesBackAsItsClass() {
        Cache<String, Object> cache = cache(Object.class);
        for (Object pair : List.of(new SimpleEntry<>("a", 1L), new SimpleImmutableEntry<>("a", 1L))) {
            cache.put("a", pair);
            assertThat(cache.get("a")).isEqualTo(pair).hasSameClassAs(pair);
            cache.put("a", List.of(pair));
            assertThat(((List<?>) cache.get("a")).get(0)).isEqualTo(pair).hasSameClassAs(pair);
        }
        Pairs pairs = new Pairs(new SimpleEntry<>(1L, new Date(5)), new SimpleImmutableEntry<>(1L, new Date(5)));
        cache.put("a", pairs);
        assertThat(cache.get("a")).isEqualTo(pairs);
    }

    static Stream<Arguments> comparators() {
        SortedSet<Integer> set = new TreeSet<>(Comparator.reverseOrder());
        SortedMap<Integer, Long> map = new TreeMap<>(Comparator.reverseOrder());
        PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.reverseOrder());
        return Stream.of(
                Arguments.of("set", new Sorted(set, null, null)),
                Arguments.of("map", new Sorted(null, map, null)),
                Arguments.of("queue", new Sorted(null, null, queue)));
    }

    @ParameterizedTest
    @MethodSource("comparators")
    void put_fieldWithAComparator_isRefusedByName(String field, Sorted value) {
        cache(Object.class).put("b", new Sorted(new TreeSet<>(Set.of(1)), new TreeMap<>(), null));
        provider.close();
        requireRefused(value, "comparator", Sorted.class.getName(), field);
    }

    @Test
    void put_lambda_isRefused() {
        Source source = () -> 1L;
        requireRefused(source, "lambda");
        provider.close();
        requireRefused(new Sourced(source), "lambda", "source");
    }

    @Test
    void put_ignoredFieldThatEqualsUses_isRefusedByName() {
        Ignoring value = new Ignoring();
        value.left = 2;
        Cache<String, Object> cache = cache(Object.class);
        assertThatThrownBy(() -> cache.put("refused", value))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("field left", Ignoring.class.getName(), "equals uses it");
    }

    static Stream<Object> withoutJson() {
        return Stream.of(
                new BitSet(),
                new StringBuilder("x"),
                new IllegalStateException("x"),
                Pattern.compile("x"),
                TimeZone.getTimeZone("Asia/Tokyo"),
                Comparator.<Integer>reverseOrder(),
                new Object(),
                new Empty());
    }

    @ParameterizedTest
    @MethodSource("withoutJson")
    void put_classWithoutJson_isRefusedWithTheWayOut(Object value) {
        requireRefused(value, value.getClass().getName());
        provider.close();
        requireRefused(List.of(value), value.getClass().getName());
    }
}
