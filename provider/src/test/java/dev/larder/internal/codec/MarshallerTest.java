package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarshallerTest {
    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), 250, 1_000_000);

    enum NoConstants {}

    static Stream<Arguments> values() {
        return Values.all().map(value -> Arguments.of((Object) value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_ofAnyKind_comesBackEqual(Object value) {
        ByteEntry entry = marshaller.encode("k", value, ByteEntry.ETERNAL);

        Values.assertSame(value, marshaller.value("k", entry));
    }

    @Test
    void value_aSetOfAnEnumWithoutConstants_comesBackEqual() {
        ByteEntry entry = marshaller.encode("k", EnumSet.noneOf(NoConstants.class), ByteEntry.ETERNAL);

        assertThat(marshaller.value("k", entry)).isEqualTo(EnumSet.noneOf(NoConstants.class));
    }

    @Test
    void encode_expiryAndVersion_areAtTheirOffsets() {
        ByteEntry first = marshaller.encode("k", "value", 42);
        ByteEntry second = marshaller.encode("k", "value", ByteEntry.ETERNAL);

        assertThat(first.expiry()).isEqualTo(42);
        assertThat(second.expiry()).isEqualTo(ByteEntry.ETERNAL);
        assertThat(first.version()).isNotEqualTo(second.version()).isNotZero();
    }

    @Test
    void encode_valueThatCannotBeWritten_namesCacheAndKey() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k-5", Thread.currentThread(), 42))
                .withMessageStartingWith("cache 'orders': the value of class java.lang.Thread under key 'k-5' of class"
                        + " java.lang.String cannot be written: ");
    }

    @Test
    void encode_valueThatIsTooLarge_namesCacheAndKey() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode(7L, new byte[1_000_001], 42))
                .withMessageStartingWith("cache 'orders': the value of class [B under key '7' of class java.lang.Long"
                        + " takes more than the 1000000 bytes that the store holds per entry");
    }

    @Test
    void key_thatCannotBeUsed_isNamed() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.key(new StringBuilder("k-5")))
                .withMessageStartingWith("cache 'orders': key 'k-5' of class java.lang.StringBuilder cannot be used: ");
    }

    @Test
    void withExpiry_anEntry_isAnotherVersionOfTheSameValue() {
        ByteEntry entry = marshaller.encode("k", List.of("a"), 42);

        ByteEntry later = marshaller.withExpiry(entry, 43);

        assertThat(later.expiry()).isEqualTo(43);
        assertThat(later.version()).isNotEqualTo(entry.version());
        assertThat(entry.expiry()).isEqualTo(42);
        assertThat(marshaller.value("k", later)).isEqualTo(List.of("a"));
    }

    @Test
    void key_longerThanTheStoreTakes_isAHashAndTravelsInTheRecord() {
        String key = "x".repeat(1000);
        ByteKey at = marshaller.key(key);
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);

        assertThat(at.bytes()).hasSize(KeyTextFormat.HASH_LENGTH);
        assertThat(marshaller.key(at, entry)).isEqualTo(key);
        assertThat(marshaller.value(key, entry)).isEqualTo("value");
    }

    @Test
    void encode_largerThanTheStoreTakes_saysSo() {
        Marshaller small = codecs.marshaller("small", Set.of(), 250, 1000);

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> small.encode(7L, "x".repeat(1001), 0))
                .withMessageContainingAll("cache 'small'", "java.lang.String", "java.lang.Long", "1000 bytes");
        assertThat(small.value(7L, small.encode(7L, "x".repeat(970), 0))).isEqualTo("x".repeat(970));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2047, 2048, 10_000, 100_000})
    void value_oneLargeArrayOrString_isReadBackAfterOtherWrites(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        ByteEntry first = marshaller.encode("k".repeat(300), bytes, 0);
        ByteEntry second = marshaller.encode("k", "x".repeat(length), 0);
        ByteEntry third = marshaller.encode("k", "日".repeat(length), 0);
        ByteEntry fourth = marshaller.encode("k", List.of(new byte[length], "y".repeat(length)), 0);

        assertThat(marshaller.value("k".repeat(300), first)).isEqualTo(bytes);
        assertThat(marshaller.value("k", second)).isEqualTo("x".repeat(length));
        assertThat(marshaller.value("k", third)).isEqualTo("日".repeat(length));
        assertThat(((List<?>) marshaller.value("k", fourth)).get(1)).isEqualTo("y".repeat(length));
    }

    @Test
    void encode_aMapOfTwentyStrings_isCompact() {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            map.put("key" + i, "value" + i);
        }

        assertThat(marshaller.encode("k", map, 0).bytes()).hasSizeLessThan(400);
    }
}
