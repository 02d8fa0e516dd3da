package dev.larder.internal.codec.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Order, com.acme.Order, true",
        "com.acme.Order, com.acme.Order$Line, true",
        "com.acme.Order, com.acme.Order$Line$1, true",
        "com.acme.Order, com.acme.Orders, false",
        "com.acme.Order$Line, com.acme.Order, false",
        "com.acme.*, com.acme.Order, true",
        "com.acme.*, com.acme.Order$Line, true",
        "com.acme.*, com.acme.sub.Order, false",
        "com.acme.*, com.acmes.Order, false",
        "com.acme.**, com.acme.sub.deep.Order, true",
        "com.acme.**, com.acme.Order, true",
        "com.acme.**, com.acmes.Order, false",
        "com.acme.**, com.Order, false",
        "*, com.acme.Order, true",
        "*, Order, true",
        "Order, Order, true"
    })
    void allows_patternAndClass(String pattern, String className, boolean allowed) {
        assertThat(AllowList.parse(pattern).allows(className)).isEqualTo(allowed);
    }

    @Test
    void parse_severalPatternsWithBlanks_takesEach() {
        AllowList list = AllowList.parse(" com.acme.* ,, org.other.Thing ");

        assertThat(list.allows("com.acme.Order")).isTrue();
        assertThat(list.allows("org.other.Thing")).isTrue();
        assertThat(list.allows("org.other.Else")).isFalse();
    }

    @Test
    void parse_nothing_allowsNothing() {
        assertThat(AllowList.parse("").allows("com.acme.Order")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com.*.Order", "com.acme*", "**", "com..acme", "com.acme.", ".*", "com acme", "com.1acme.*"})
    void parse_patternThatIsNone_namesIt(String pattern) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AllowList.parse(pattern))
                .withMessageContainingAll("'" + pattern + "'", "com.acme.*");
    }
}
