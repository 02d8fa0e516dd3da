package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.Weigher;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WeigherFactoryTest {
    private final Weigher size = WeigherFactory.named("size", WeigherFactoryTest.class.getClassLoader());

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of("text", 4),
                Arguments.of(new StringBuilder("abc"), 3),
                Arguments.of(new byte[17], 17),
                Arguments.of(new String[] {"a", "b"}, 2),
                Arguments.of(List.of(1, 2, 3), 3),
                Arguments.of(Map.of("a", 1), 1),
                Arguments.of("", 1),
                Arguments.of(List.of(), 1));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void size_knownKind_countsElementsAndAtLeastOne(Object value, int expected) {
        assertThat(size.weigh("key", value)).isEqualTo(expected);
    }

    @Test
    void size_otherKind_refusedByName() {
        assertThatThrownBy(() -> size.weigh("key", 5L)).hasMessageContaining("java.lang.Long");
    }

    @Test
    void named_className_comesFromTheGivenLoader() {
        ClassLoader emptyLoader = new ClassLoader(null) {};
        assertThat(WeigherFactory.named(OneEach.class.getName(), OneEach.class.getClassLoader()))
                .isInstanceOf(OneEach.class);
        assertThatThrownBy(() -> WeigherFactory.named(OneEach.class.getName(), emptyLoader))
                .hasMessageContaining("class loader");
    }
}
