package dev.larder.internal.codec.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Values;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.AllowList;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NullUnmarked
class CopierTest {
    record Named(String name, Object held) {}

    /** All its fields are final, and nothing it holds changes. */
    static class Fixed {
        final String name = "fixed";
        final List<String> list = List.of("a");
    }

    static class Node {
        Node next;
        final List<Node> children = new ArrayList<>();
        transient Object service = new Object();
    }

    static class Adult {
        String name = "declared immutable";
    }

    interface Greeter {
        String greet();
    }

    private final Copier copier = new Codecs(
                    getClass().getClassLoader(), AllowList.NONE, AllowList.parse(Adult.class.getName()))
            .copier("orders");

    static Stream<Arguments> values() {
        return Values.all().map(value -> Arguments.of((Object) value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void copy_ofAnyKind_isEqual(Object value) {
        Values.assertSame(value, copier.copy(value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isImmutable_ofAnyKind_saysWhetherTheCopyIsTheValueItself(Object value) {
        assertThat(copier.isImmutable(value)).isEqualTo(copier.copy(value) == value);
    }

    static Stream<Object> immutables() {
        Runnable lambda = () -> {};
        return Stream.of(
                "text",
                1,
                'c',
                true,
                new BigDecimal("1.0"),
                UUID.randomUUID(),
                URI.create("a:b"),
                Instant.now(),
                LocalDate.now(),
                Values.Bodied.SMALL,
                String.class,
                new Values.Point(1, 2),
                new Named("a", List.of(Optional.of(5L))),
                new Fixed(),
                new Adult(),
                Optional.of("x"),
                List.of(1, 2, 3),
                Set.of("a"),
                Map.of("a", List.of(1)),
                Collections.emptyMap(),
                Collections.singletonList("a"),
                Map.entry("a", 1),
                lambda);
    }

    @ParameterizedTest
    @MethodSource("immutables")
    void copy_ofWhatNeverChanges_isTheValueItself(Object value) {
        assertThat(copier.copy(value)).isSameAs(value);
        assertThat(copier.isImmutable(value)).isTrue();
    }

    static Stream<Object> mutables() {
        return Stream.of(
                new Date(5),
                Calendar.getInstance(),
                new StringBuilder("x"),
                new ArrayList<>(List.of("a")),
                Arrays.asList("a"),
                Collections.unmodifiableList(new ArrayList<>(List.of("a"))),
                List.of(new Date(5)),
                Map.of("a", new Date(5)),
                Optional.of(new Date(5)),
                new Named("a", new Date(5)),
                new Named("a", new Named("b", new int[] {1})),
                new int[] {1});
    }

    @ParameterizedTest
    @MethodSource("mutables")
    void copy_ofWhatMayChange_isAnother(Object value) {
        assertThat(copier.copy(value)).isNotSameAs(value);
        assertThat(copier.isImmutable(value)).isFalse();
    }

    @Test
    void copy_changedAfterwards_leavesTheOriginalAlone() {
        Values.Bean bean = new Values.Bean();
        Values.Bean copy = copier.copy(bean);

        copy.tags.add("more");
        copy.points[0] = new Values.Point(9, 9);

        assertThat(bean.tags).hasSize(3);
        assertThat(bean.points[0]).isEqualTo(new Values.Point(1, 2));
    }

    @Test
    void copy_ofACycle_isACycle() {
        Node node = new Node();
        node.next = new Node();
        node.next.next = node;
        node.children.add(node.next);

        Node copy = copier.copy(node);

        assertThat(copy).isNotSameAs(node);
        assertThat(copy.next).isNotSameAs(node.next).isNotNull();
        assertThat(copy.next.next).isSameAs(copy);
        assertThat(copy.children.get(0)).isSameAs(copy.next);
    }

    @Test
    void copy_ofAnObjectThatOccursOften_occursOnce() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(new Node());
        }
        List<Node> twice = new ArrayList<>(nodes);
        twice.addAll(nodes);

        List<Node> copy = copier.copy(twice);

        assertThat(copy).hasSize(200);
        assertThat(Set.copyOf(copy)).hasSize(100).doesNotContainAnyElementsOf(nodes);
        for (int i = 0; i < 100; i++) {
            assertThat(copy.get(i)).isSameAs(copy.get(i + 100));
        }
    }

    @Test
    void copy_ofTransientFields_leavesThemOut() {
        assertThat(copier.copy(new Node()).service).isNull();
    }

    @Test
    void copy_ofACycleThroughARecord_isRefused() {
        List<Object> list = new ArrayList<>();
        Named record = new Named("a", list);
        list.add(record);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> copier.copy(record))
                .withMessageContaining(Named.class.getName());
    }

    @Test
    void copy_ofAProxy_copiesItsHandler() {
        StringBuilder state = new StringBuilder("hello");
        Greeter greeter = (Greeter)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Greeter.class}, new Handler(state));

        Greeter copy = copier.copy(greeter);
        state.append(" changed");

        assertThat(copy).isNotSameAs(greeter);
        assertThat(copy.greet()).isEqualTo("hello");
    }

    @Test
    void copy_ofALambdaThatHoldsSomethingMutable_isRefused() {
        List<String> held = new ArrayList<>();
        Supplier<Object> lambda = () -> held;

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> copier.copy(lambda))
                .withMessageContaining("CopierTest");
    }

    @Test
    void copy_ofAThread_isRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> copier.copy(new ArrayList<>(List.of(Thread.currentThread()))))
                .withMessageContainingAll("cache 'orders'", "java.lang.Thread");
    }

    @Test
    void copy_nestedTooDeeply_isRefused() {
        Node node = new Node();
        for (int i = 0; i < 100_000; i++) {
            Node outer = new Node();
            outer.next = node;
            node = outer;
        }
        Node deepest = node;

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> copier.copy(deepest))
                .withMessageContaining("too deeply");
    }

    @Test
    void copy_ofManyClasses_remembersEach() {
        for (int round = 0; round < 2; round++) {
            Values.all().forEach(value -> Values.assertSame(value, copier.copy(value)));
        }
    }

    private record Handler(StringBuilder state) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            return state.toString();
        }
    }
}
