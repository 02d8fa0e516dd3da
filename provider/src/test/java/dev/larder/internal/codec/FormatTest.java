package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records as written by earlier builds, which every later one must read: see docs/format.md. */
class FormatTest {
    record Id(String region, int number) {}

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("formats", Set.of(), 250, 10_000);

    static Stream<Arguments> payloads() {
        return Stream.of(
                Arguments.of("text", "030974657874"),
                Arguments.of("日本", "030665e5672c"),
                Arguments.of(-3, "0805"),
                Arguments.of(new byte[] {1, 2}, "8f0101020102"),
                Arguments.of(LocalDate.of(2026, 11, 21), "16d4c402"),
                Arguments.of(new UUID(1, 2), "2a01000000000000000200000000000000"),
                Arguments.of(List.of(1, "a"), "52010208020303" + "61"),
                Arguments.of(new ArrayList<>(List.of(true)), "420101" + "0401"),
                Arguments.of(new TreeMap<>(Map.of("a", 1)), "68010001030361" + "0802"),
                Arguments.of(
                        new Id("eu", 7),
                        "0100" + "????????" + "4f" + hex("dev.larder.internal.codec.FormatTest$Id") + "01056575"
                                + "0e"));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void encode_aValue_hasTheBytesThatAreWrittenDown(Object value, String payload) {
        byte[] record = marshaller.encode("k", value, ByteEntry.ETERNAL).bytes();

        assertThat(HexFormat.of().formatHex(record, RecordLayout.HEADER, record.length))
                .matches(payload.replace("?", "[0-9a-f]"));
    }

    @Test
    void value_recordOfAnEarlierBuild_isRead() {
        String record = "01000100" + "1122334455667788" + "7fffffffffffffff" + "cf490b28" + "030974657874";

        assertThat(marshaller.value("k", ByteEntry.of(HexFormat.of().parseHex(record), null)))
                .isEqualTo("text");
    }

    @Test
    void key_aRecord_hasTheBytesThatAreWrittenDown() {
        String key = HexFormat.of().formatHex(marshaller.key(new Id("eu", 7)).bytes());

        assertThat(key)
                .matches((hex("#obj:") + "074f" + hex("dev.larder.internal.codec.FormatTest$Id") + "????????"
                                + "01010565750106" + "0e")
                        .replace("?", "[0-9a-f]"));
    }

    @Test
    void encode_withAValidator_hasTheBytesThatAreWrittenDown() {
        ByteEntry entry = marshaller.encode("k", "text", ByteEntry.ETERNAL, null, "e1", null);
        byte[] record = entry.bytes();

        assertThat(record[RecordLayout.FLAGS_OFFSET]).isEqualTo((byte) 20);
        assertThat(HexFormat.of().formatHex(record, RecordLayout.HEADER, record.length))
                .isEqualTo("02" + "6531" + "030974657874");
        assertThat(marshaller.validator(entry)).isEqualTo("e1");
        assertThat(marshaller.value("k", entry)).isEqualTo("text");
    }

    @Test
    void encode_forAStoreThatWantsRoom_leavesItAndReadsWhateverStandsThere() {
        Marshaller roomy = roomy();
        ByteEntry entry = roomy.encode("k", "text", ByteEntry.ETERNAL);
        byte[] record = entry.bytes();

        assertThat(record[RecordLayout.FLAGS_OFFSET]).isEqualTo((byte) 24);
        assertThat(HexFormat.of().formatHex(record, RecordLayout.HEADER, record.length))
                .isEqualTo("0000000000000000" + "030974657874");
        Arrays.fill(record, ByteEntry.ROOM_OFFSET, ByteEntry.ROOM_OFFSET + ByteEntry.ROOM, (byte) 7);
        assertThat(marshaller.value("k", entry)).isEqualTo("text");
        assertThat(roomy.value("k", marshaller.encode("k", "text", 0))).isEqualTo("text");
    }

    @Test
    void encode_withRoomTagsValidatorAndKey_givesThemAllBack() {
        Marshaller roomy = roomy();
        TagSection tags = new TagSection(List.of("a", "b"), new long[] {1, 2});
        String key = "k".repeat(300);

        ByteEntry entry = roomy.withStamps(roomy.encode(key, "text", 0, tags, "e1", null), new long[] {3, 4});

        assertThat(roomy.tags(entry, List.of()).names()).containsExactly("a", "b");
        assertThat(roomy.tags(entry, List.of()).stamps()).containsExactly(3, 4);
        assertThat(roomy.validator(entry)).isEqualTo("e1");
        assertThat(roomy.key(roomy.key(key), entry)).isEqualTo(key);
        assertThat(roomy.value(key, entry)).isEqualTo("text");
    }

    @Test
    void tags_asExpectedOrNot_areThoseOfTheRecord() {
        List<String> names = List.of("a", "bc", "ä€", "");
        ByteEntry entry = marshaller.encode("k", "text", 0, new TagSection(names, new long[] {1, 2, 3, 4}), null, null);
        for (List<String> likely : List.of(
                names, List.of("a", "bc", "ä€", "x"), List.of("a", "cb", "ä€", ""), List.of("a"), List.<String>of())) {
            TagSection tags = marshaller.tags(entry, likely);
            assertThat(tags.names()).isEqualTo(names);
            assertThat(tags.stamps()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void tags_asExpected_areNotDecoded() {
        List<String> names = List.of("a", "bc");
        ByteEntry entry = marshaller.encode("k", "text", 0, new TagSection(names, new long[] {1, 2}), null, null);
        assertThat(marshaller.tags(entry, names).names()).isSameAs(names);
    }

    @Test
    void lease_withRoom_endsAsWell() {
        Marshaller roomy = roomy();
        ByteEntry held = roomy.loadLock(42);

        assertThat(roomy.endedLoadLockVersion(held)).isZero();
        assertThat(roomy.endedLoadLockVersion(roomy.endedLoadLock(42, held.version())))
                .isEqualTo(held.version());
    }

    private Marshaller roomy() {
        return codecs.marshaller("formats", Set.of(), ValueCodecOptions.DEFAULT, new StoreLimits(250, 10_000, true));
    }

    @Test
    void lease_ofALoad_standsWhereNoKeyDoes() {
        ByteKey at = marshaller.loadLockKey("k");
        ByteEntry held = marshaller.loadLock(42);
        ByteEntry ended = marshaller.endedLoadLock(42, held.version());

        assertThat(at.toString()).startsWith("#load:").hasSize(38);
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> marshaller.key(at, held));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> marshaller.value("k", held));
        assertThat(marshaller.endedLoadLockVersion(held)).isZero();
        assertThat(marshaller.endedLoadLockVersion(ended)).isEqualTo(held.version());
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(HexFormat.of().toHexDigits((byte) c)));
        return hex.toString();
    }
}
