package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import dev.larder.spi.Settings;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serialisers and compressors: what they write, what they refuse, and who can read it afterwards. */
class SerializersTest {
    private static final int MAX = 10_000;
    private static final String LONG_TEXT = "so much of the same ".repeat(200);

    private final Codecs codecs = new Codecs(getClass().getClassLoader());

    /** Numbers as decimal text: the least that an application's own serialiser could be. */
    public static class Decimals implements Serializer {
        @Override
        public String name() {
            return "decimals";
        }

        @Override
        public int id() {
            return 64;
        }

        @Override
        public byte[] write(Object value) {
            return String.valueOf(((Number) value).longValue()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public Object read(byte[] bytes, Class<?> type) {
            long number = Long.parseLong(new String(bytes, StandardCharsets.US_ASCII));
            return type == Integer.class ? (Object) (int) number : number;
        }
    }

    /** Makes everything a byte, so that its gain is beyond belief. */
    public static final class Boaster implements Compressor {
        @Override
        public String name() {
            return "boaster";
        }

        @Override
        public int id() {
            return 65;
        }

        @Override
        public byte[] compress(byte[] bytes, int offset, int length) {
            return new byte[1];
        }

        @Override
        public byte[] decompress(byte[] bytes, int offset, int length, int size) {
            throw new AssertionError("an allocation of " + size + " bytes was requested");
        }
    }

    private Marshaller marshaller(String... settings) {
        return marshaller(null, null, settings);
    }

    private Marshaller marshaller(
            @Nullable Serializer serializer, @Nullable Compressor compressor, String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        ValueCodecOptions valueCodecOptions = codecs.valueCodecOptions(Settings.of(values), serializer, compressor);
        return codecs.marshaller("orders", Set.of(), valueCodecOptions, new StoreLimits(250, MAX, false));
    }

    private static byte[] payload(ByteEntry entry) {
        return Arrays.copyOfRange(entry.bytes(), RecordLayout.HEADER, entry.bytes().length);
    }

    @Test
    void string_isItsUtf8_forOthersToRead() {
        ByteEntry entry = marshaller("serializer", "string").encode("k", "grün", 0);
        assertThat(payload(entry)).isEqualTo("grün".getBytes(StandardCharsets.UTF_8));
        assertThat(marshaller().value("k", entry)).isEqualTo("grün");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud800", "a\udc00b"})
    void string_emptyOrHalfASurrogatePair_comesBack(String text) {
        Marshaller marshaller = marshaller("serializer", "string");
        assertThat(marshaller.value("k", marshaller.encode("k", text, 0))).isEqualTo(text);
    }

    @Test
    void string_otherValue_isRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller("serializer", "string").encode("k", 1, 0))
                .withMessageContaining("cache 'orders'")
                .withMessageContaining("java.lang.Integer")
                .withMessageContaining("'string', which writes only strings");
    }

    @Test
    void bytes_areThePayload() {
        Marshaller marshaller = marshaller("serializer", "bytes");
        byte[] value = {1, 2, 3};
        ByteEntry entry = marshaller.encode("k", value, 0);
        assertThat(payload(entry)).isEqualTo(value);
        assertThat(marshaller().value("k", entry)).isEqualTo(value);
        assertThat(marshaller.value("k", marshaller.encode("k", new byte[0], 0)))
                .isEqualTo(new byte[0]);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k", "text", 0))
                .withMessageContaining("only byte arrays");
    }

    @Test
    void java_stream_isCheckedByTheClassFilter() {
        Marshaller marshaller = marshaller("serializer", "java");
        ByteEntry entry = marshaller.encode("k", List.of(1, 2), 0);
        assertThat(entry.bytes()[RecordLayout.CODEC_OFFSET]).isEqualTo((byte) RecordLayout.STREAM);
        assertThat(marshaller().value("k", entry)).isEqualTo(List.of(1, 2));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k", new Stranger(), 0))
                .withMessageContaining("not on the allow-list");
    }

    private static final class Stranger implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void change_ofSerializer_keepsOldEntriesReadable() {
        for (String before : List.of("kryo", "java", "string")) {
            ByteEntry entry = marshaller("serializer", before).encode("k", "value", 0);
            for (String after : List.of("kryo", "java", "string", "bytes")) {
                assertThat(marshaller("serializer", after).value("k", entry)).isEqualTo("value");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev.larder.internal.codec.SerializersTest$Decimals"})
    void ownSerializer_asObjectOrByClass_getsTheClassOfTheValue(String name) {
        Marshaller marshaller = name.isEmpty() ? marshaller(new Decimals(), null) : marshaller("serializer", name);
        assertThat(marshaller.value("k", marshaller.encode("k", 42L, 0))).isEqualTo(42L);
        assertThat(marshaller.value("k", marshaller.encode("k", 42, 0))).isEqualTo(42);
    }

    @Test
    void ownSerializer_gone_makesItsEntriesUndecodable() {
        ByteEntry entry = marshaller(new Decimals(), null).encode("k", 42L, 0);
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller().value("k", entry))
                .withMessageContaining("codec 64");
    }

    @Test
    void ownSerializer_throws_nothingIsWritten() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller(new Decimals(), null).encode("k", "text", 0))
                .withMessageContaining("cannot be written")
                .withCauseInstanceOf(ClassCastException.class);
    }

    @Test
    void unknownNames_sayWhatThereIs() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> marshaller("serializer", "jsn"))
                .withMessageContaining("'serializer' is 'jsn'; it takes kryo, java, string, bytes")
                .withMessageContaining("larder-jackson");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> marshaller("compressor", "lzma"))
                .withMessageContaining("'compressor' is 'lzma'; it takes none, gzip");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> marshaller("serializer", "com.acme.Missing"))
                .withMessageContaining("setting 'serializer' names com.acme.Missing");
    }

    @Test
    void number_thatIsLarders_isRefused() {
        Serializer greedy = new Decimals() {
            @Override
            public int id() {
                return RecordLayout.TEXT;
            }
        };
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> marshaller(greedy, null))
                .withMessageContaining("has the number 3");
    }

    @Test
    void gzip_aboveTheThreshold_isShorter_andReadByAll() {
        Marshaller packing = marshaller("compressor", "gzip", "compress-above", "100");
        ByteEntry entry = packing.encode("k", LONG_TEXT, 0);
        assertThat(entry.bytes()).hasSizeLessThan(LONG_TEXT.length() / 10);
        assertThat(entry.bytes()[RecordLayout.COMPRESSOR_OFFSET]).isEqualTo((byte) 1);
        assertThat(marshaller().value("k", entry)).isEqualTo(LONG_TEXT);
        assertThat(packing.value("k", marshaller().encode("k", LONG_TEXT, 0))).isEqualTo(LONG_TEXT);
    }

    @Test
    void encode_byACompressorOfItsOwn_outrulesTheSetting() {
        Marshaller plain = marshaller("compress-above", "100");
        Marshaller packing = marshaller("compressor", "gzip", "compress-above", "100");
        ByteEntry packed = plain.encode("k", LONG_TEXT, 0, null, null, "gzip");
        assertThat(packed.bytes()).hasSizeLessThan(LONG_TEXT.length() / 10);
        assertThat(plain.value("k", packed)).isEqualTo(LONG_TEXT);
        assertThat(packing.encode("k", LONG_TEXT, 0, null, null, "none").bytes())
                .hasSizeGreaterThan(LONG_TEXT.length());
        assertThat(plain.encode("k", "short", 0, null, null, "gzip").bytes()[RecordLayout.COMPRESSOR_OFFSET])
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.encode("k", LONG_TEXT, 0, null, null, "lz4"))
                .withMessageContainingAll("cache 'orders'", "'lz4'", "none", "gzip");
    }

    @Test
    void encode_byACompressorOfItsOwn_takesWhatFitsOnlyCompressed() {
        String large = "x".repeat(5 * MAX);
        Marshaller plain = marshaller();
        assertThat(plain.value("k", plain.encode("k", large, 0, null, null, "gzip")))
                .isEqualTo(large);
    }

    @Test
    void gzip_belowTheThresholdOrWithoutGain_isLeftOut() {
        Marshaller packing = marshaller("compressor", "gzip", "compress-above", "100");
        assertThat(packing.encode("k", "short", 0).bytes()[RecordLayout.COMPRESSOR_OFFSET])
                .isZero();
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        assertThat(packing.encode("k", noise, 0).bytes()[RecordLayout.COMPRESSOR_OFFSET])
                .isZero();
    }

    @Test
    void gzip_withAnySerializerAndAHashedKey_comesBack() {
        String key = "k".repeat(1000);
        for (String serializer : List.of("kryo", "java", "string")) {
            Marshaller packing = marshaller("serializer", serializer, "compressor", "gzip");
            ByteEntry entry = packing.encode(key, LONG_TEXT, 0);
            assertThat(entry.bytes()[RecordLayout.COMPRESSOR_OFFSET]).isEqualTo((byte) 1);
            assertThat(packing.value(key, entry)).isEqualTo(LONG_TEXT);
            assertThat(packing.key(packing.key(key), entry)).isEqualTo(key);
        }
    }

    @Test
    void gzip_valueThatFitsOnlyCompressed_isStored() {
        String large = "x".repeat(5 * MAX);
        Marshaller packing = marshaller("compressor", "gzip");
        assertThat(packing.value("k", packing.encode("k", large, 0))).isEqualTo(large);
        byte[] noise = new byte[2 * MAX];
        new Random(1).nextBytes(noise);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> packing.encode("k", noise, 0))
                .withMessageContaining("more than the " + MAX + " bytes");
    }

    @Test
    void compressed_claimsTooMuch_isRefusedBeforeAnythingIsMade() {
        Marshaller marshaller = marshaller(null, new Boaster(), "compress-above", "10");
        RecordOutput out = new RecordOutput();
        out.writeBytes(new byte[RecordLayout.HEADER]);
        out.writeVarInt(1 << 30, true);
        out.writeByte(0);
        byte[] forged = out.toBytes();
        forged[RecordLayout.COMPRESSOR_OFFSET] = 65;
        RecordLayout.writeHeader(forged, 0, RecordLayout.GRAPH, 1, Long.MAX_VALUE, 0);
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.value("k", ByteEntry.of(forged, null)))
                .withMessageContaining("claims to unpack to 1073741824");
    }

    @Test
    void gzip_gainsMoreThanAReaderBelieves_staysAsItIs() {
        Codecs codecs = new Codecs(getClass().getClassLoader());
        ValueCodecOptions valueCodecOptions =
                codecs.valueCodecOptions(Settings.of(Map.of("compressor", "gzip")), null, null);
        Marshaller packing = codecs.marshaller("c", Set.of(), valueCodecOptions, new StoreLimits(250, 64 << 20, false));
        for (int size : new int[] {4 << 20, 5 << 20}) {
            byte[] zeros = new byte[size - 100];
            ByteEntry entry = packing.encode("k", zeros, 0);
            assertThat(entry.bytes()[RecordLayout.COMPRESSOR_OFFSET]).isEqualTo((byte) (size == 4 << 20 ? 1 : 0));
            assertThat(packing.value("k", entry)).isEqualTo(zeros);
        }
    }

    @Test
    void compressed_damagedUnderARightChecksum_isUndecodable() {
        Marshaller packing = marshaller("compressor", "gzip", "compress-above", "100");
        byte[] whole = packing.encode("k", LONG_TEXT, 0).bytes();
        for (int i = RecordLayout.HEADER; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            RecordLayout.writeHeader(damaged, 0, damaged[RecordLayout.CODEC_OFFSET], 1, Long.MAX_VALUE, 0);
            Throwable failure = catchThrowable(() -> packing.value("k", ByteEntry.of(damaged, null)));
            assertThat(failure == null || failure instanceof UndecodableException)
                    .as("byte %s: %s", i, failure)
                    .isTrue();
        }
    }
}
