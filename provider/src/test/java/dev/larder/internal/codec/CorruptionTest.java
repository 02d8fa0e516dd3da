package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are wrong end in one exception, whatever is wrong with them. */
class CorruptionTest {
    private static final String KEY = "a key that is long enough to be hashed by the store";

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), KeyTextFormat.HASH_LENGTH, 1_000_000);
    private final Marshaller roomy = codecs.marshaller(
            "orders", Set.of(), ValueCodecOptions.DEFAULT, new StoreLimits(KeyTextFormat.HASH_LENGTH, 1_000_000, true));

    static Stream<Arguments> values() {
        return Stream.of(
                        "text",
                        new Values.Bean(),
                        new ArrayList<>(List.of(1, new Values.Point(1, 2), "x")),
                        new HashMap<>(Map.of("a", new int[] {1, 2})),
                        new RuntimeException("x"))
                .map(value -> Arguments.of((Object) value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_anyBitFlipped_isUndecodable(Object value) {
        requireEachBitChecked(marshaller.encode(KEY, value, ByteEntry.ETERNAL).bytes());
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_anyBitFlippedOutsideTheStoresRoom_isUndecodable(Object value) {
        requireEachBitChecked(roomy.encode(KEY, value, ByteEntry.ETERNAL).bytes());
    }

    private void requireEachBitChecked(byte[] record) {
        for (int at = 0; at < record.length; at++) {
            boolean isFree = at >= ByteEntry.VERSION_OFFSET && at < RecordLayout.CHECKSUM_OFFSET
                    || at >= ByteEntry.ROOM_OFFSET && at < RecordLayout.body(record);
            for (int bit = 0; bit < 8 && !isFree; bit++) {
                byte[] changed = record.clone();
                changed[at] ^= (byte) (1 << bit);
                assertUndecodable(changed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_cutOffAnywhere_isUndecodable(Object value) {
        requireWholeOrNothing(marshaller.encode(KEY, value, ByteEntry.ETERNAL).bytes());
        requireWholeOrNothing(roomy.encode(KEY, value, ByteEntry.ETERNAL).bytes());
    }

    private void requireWholeOrNothing(byte[] record) {
        for (int length = 0; length < record.length; length++) {
            assertUndecodable(Arrays.copyOf(record, length));
        }
        assertUndecodable(Arrays.copyOf(record, record.length + 1));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_bodyChangedUnderAValidChecksum_isUndecodableOrAValue(Object value) {
        ByteEntry entry = codecs.marshaller("plain", Set.of(), 250, 100_000).encode("k", value, 0);
        byte[] body = Arrays.copyOfRange(entry.bytes(), RecordLayout.HEADER, entry.bytes().length);
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = body.clone();
            for (int i = 0; i <= round % 3; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            requireValueOrUndecodable(Renamed.body(entry, changed));
        }
    }

    static Stream<byte[]> sizes() {
        return Stream.of(
                new byte[] {66, -1, -1, -1, -1, 7},
                new byte[] {66, 1, -1, -1, -1, -1, 7},
                new byte[] {102, 1, -1, -1, -1, -1, 3},
                new byte[] {(byte) 143, 1, 1, -1, -1, -1, -1, 7},
                new byte[] {(byte) 146, 1, 1, -1, -1, -1, -1, 7},
                new byte[] {(byte) 150, 1, 1, -1, -1, -1, -1, 7},
                new byte[] {3, -1, -1, -1, -1, 7},
                new byte[] {12, -1, -1, -1, -1, 7},
                new byte[] {48, 1, -1, -1, -1, -1, 7},
                new byte[] {1, 0, -1, -1, -1, -1, 7},
                new byte[] {(byte) 132, 1, 1, -1, -1, -1, -1, 7});
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void value_sizeThatTheBytesCannotHold_isUndecodable(byte[] body) {
        ByteEntry entry = codecs.marshaller("plain", Set.of(), 250, 100_000).encode("k", "v", 0);

        assertUndecodable(Renamed.body(entry, body).bytes());
    }

    @Test
    void value_unknownFormatFlagOrCodec_isUndecodable() {
        for (int at : new int[] {0, RecordLayout.FLAGS_OFFSET, RecordLayout.CODEC_OFFSET}) {
            byte[] record = marshaller.encode("k", "v", 0).bytes();
            byte[] body = Arrays.copyOfRange(record, RecordLayout.HEADER, record.length);
            record[at] = 64;
            ByteEntry entry = Renamed.body(ByteEntry.of(record, null), body);
            if (at == 0) {
                entry.bytes()[0] = 64;
            }
            assertUndecodable(entry.bytes());
        }
    }

    @Test
    void key_bytesOfSomebodyElse_areUndecodable() {
        ByteEntry entry = marshaller.encode("k", "value", 0);
        for (String foreign :
                List.of("#", "#nonsense", "#int:", "#int:x", "#sha:abc", "#enum:x", "#obj:", "#obj:x", "#uuid:")) {
            assertThatExceptionOfType(UndecodableException.class)
                    .as(foreign)
                    .isThrownBy(() -> marshaller.key(new ByteKey(foreign.getBytes(StandardCharsets.UTF_8)), entry));
        }
    }

    private void assertUndecodable(byte[] record) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.value(KEY, ByteEntry.of(record, null)))
                .withMessageContaining("cache 'orders'");
        assertThat(marshaller.value("k", marshaller.encode("k", "sound", 0))).isEqualTo("sound");
    }

    private void requireValueOrUndecodable(ByteEntry entry) {
        try {
            assertThat(marshaller.value(KEY, entry)).isNotNull();
        } catch (UndecodableException expected) {
            assertThat(expected).hasMessageContaining("orders");
        }
    }
}
