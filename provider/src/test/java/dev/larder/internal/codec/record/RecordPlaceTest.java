package dev.larder.internal.codec.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.StoreLimits;
import dev.larder.internal.codec.ValueCodecOptions;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record counts under the key and in the cache that it was written for, and nowhere else. */
class RecordPlaceTest {
    private static final String LONG_KEY = "a key that is long enough to be hashed";

    private final Codecs codecs = new Codecs(getClass().getClassLoader());
    private final Marshaller marshaller = marshaller("formats");

    private Marshaller marshaller(String cache) {
        return codecs.marshaller(
                cache, Set.of(), ValueCodecOptions.DEFAULT, new StoreLimits(KeyTextFormat.HASH_LENGTH, 10_000, true));
    }

    static Stream<Object> keys() {
        return Stream.of(
                "text",
                "",
                "#",
                42,
                42L,
                'c',
                true,
                new UUID(1, 2),
                TimeUnit.DAYS,
                List.of("a"),
                LONG_KEY,
                List.of(LONG_KEY, 1));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void value_recordOfAnotherKey_isUndecodable(Object key) {
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);

        assertThat(marshaller.value(key, entry)).isEqualTo("value");
        keys().filter(other -> !other.equals(key))
                .forEach(other -> assertThatExceptionOfType(UndecodableException.class)
                        .isThrownBy(() -> marshaller.value(other, entry))
                        .withMessageContainingAll("cache 'formats'", "another key or cache"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void value_recordOfAnotherCache_isUndecodable(Object key) {
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);

        for (String other : List.of("format", "formats ", "\ud800", "\udc00")) {
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> marshaller(other).value(key, entry))
                    .withMessageContaining("another key or cache");
        }
    }

    @Test
    void value_cachesWhoseNamesDifferInHalfASurrogatePair_areTwo() {
        ByteEntry entry = marshaller("\ud800").encode("k", "value", 0);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller("\udc00").value("k", entry));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_recordThatWasCopiedToAnotherKey_isUndecodable(Object key) {
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);

        assertThat(marshaller.key(marshaller.key(key), entry)).isEqualTo(key);
        keys().filter(other -> !other.equals(key))
                .forEach(other -> assertThatExceptionOfType(UndecodableException.class)
                        .isThrownBy(() -> marshaller.key(marshaller.key(other), entry)));
    }

    @Test
    void withStampsAndExpiry_keepTheRecordWhereItBelongs() {
        TagSection tags = new TagSection(List.of("a"), new long[] {1});
        ByteEntry entry = marshaller.encode("k", "value", 0, tags, "e1", null);
        ByteEntry changed = marshaller.withExpiry(marshaller.withStamps(entry, new long[] {2}), 7);

        assertThat(marshaller.value("k", changed)).isEqualTo("value");
        assertThat(marshaller.tags(changed, List.of()).stamps()).containsExactly(2);
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> marshaller.value("other", changed));
    }

    @Test
    void withStamps_damagedRecord_staysDamaged() {
        TagSection tags = new TagSection(List.of("a"), new long[] {1});
        byte[] record = marshaller.encode("k", "value", 0, tags, null, null).bytes();
        record[record.length - 1] ^= 1;

        ByteEntry changed = marshaller.withStamps(ByteEntry.of(record, null), new long[] {2});

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> marshaller.value("k", changed));
    }

    @Test
    void value_versionExpiryAndRoomChangedInPlace_isRead() {
        byte[] record = marshaller.encode("k", "value", 0).bytes();
        for (int at = ByteEntry.VERSION_OFFSET; at < RecordLayout.CHECKSUM_OFFSET; at++) {
            record[at] ^= 0x55;
        }
        record[ByteEntry.ROOM_OFFSET] ^= 0x55;

        assertThat(marshaller.value("k", ByteEntry.of(record, null))).isEqualTo("value");
    }

    // Written by the build before records were bound.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100020089ce8ee735631d8b7ffffffffffffffffaf199c3aced0005737200136a6176612e7574696c2e41727261794c697374"
                        + "7881d21d99c7619d03000149000473697a657870000000017704000000017400047465787478",
                "0100010169c20c2b773af4a77fffffffffffffff0a8af351671f8b08000000000000ff633ec9589caf905b9a9ca1909fa6509291"
                        + "aa509c980b24a82c060025ad396767000000",
                "01000100112233445566778" + "87fffffffffffffffcf490b28030974657874"
            })
    void value_recordOfTheBuildBefore_isReadUnderWhateverKey(String record) {
        ByteEntry entry = ByteEntry.of(HexFormat.of().parseHex(record), null);

        assertThat(marshaller.value("k", entry)).asString().containsAnyOf("text", "so much of the same");
        assertThat(marshaller.key(marshaller.key("k"), entry)).isEqualTo("k");
    }

    @Test
    void value_recordOfThePreviousBuildWithAllSections_isRead() {
        String record =
                "010f01009205afd8da09adcc7fffffffffffffffb33677f000000000000000000b01000000000000000701610265313523"
                        + "6f626a3a0302010105657501014d61206b65792074686174206973206c6f6e6720656e6f75676820746f20626520686173686564"
                        + "00030974657874";
        ByteEntry entry = ByteEntry.of(HexFormat.of().parseHex(record), null);
        Object key = List.of("eu", LONG_KEY);

        assertThat(marshaller.value(key, entry)).isEqualTo("text");
        assertThat(marshaller.key(marshaller.key(key), entry)).isEqualTo(key);
        assertThat(marshaller.tags(entry, List.of()).stamps()).containsExactly(7);
        assertThat(marshaller.value(key, marshaller.withStamps(entry, new long[] {8})))
                .isEqualTo("text");
    }

    @Test
    void key_recordHoldsAnotherKeyThanItsPlace_isUndecodable() {
        byte[] record = HexFormat.of()
                .parseHex("0101010011223344556677887fffffffffffffff00000000" + "0141" + "00" + "030974657874");
        RecordLayout.writeHeader(record, RecordLayout.HAS_KEY, RecordLayout.GRAPH, 1, ByteEntry.ETERNAL, 0);
        ByteEntry forged = ByteEntry.of(record, null);

        assertThat(marshaller.key(new ByteKey(KeyTextFormat.hash(new byte[] {'A'})), forged))
                .isEqualTo("A");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.key(marshaller.key("B"), forged))
                .withMessageContaining("another key than the one that it is stored under");
    }
}
