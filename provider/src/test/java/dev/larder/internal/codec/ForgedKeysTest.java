package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.key.KeyTextFormat;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign keys in the store. Each is skipped quickly. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForgedKeysTest {
    private static final int LONGEST = 4_000_000;

    private final Codecs codecs = new Codecs(getClass().getClassLoader());
    private final Marshaller marshaller = codecs.marshaller("keys", Set.of(), LONGEST, 100_000);

    static Stream<byte[]> bytes() {
        return Stream.of(
                text("#big:" + "9".repeat(1_000_000)),
                text("#int:007"),
                text("#int:+7"),
                text("#bool:yes"),
                text("#utf16:\0"),
                text("#str:plain"),
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                form(3, 1).repeated(200_000, 0),
                form(8).repeated(200_000, 0),
                form(3, 0xFF, 0xFF, 0xFF, 0x7F).repeated(100, 0),
                form(4, 1).repeated(101, 0),
                form(1, 44).repeated(1, 0),
                strings(4, 150_000).repeated(1));
    }

    private record Form(byte[] bytes) {
        byte[] repeated(int times, int... last) {
            byte[] all = new byte[KeyTextFormat.CANONICAL.length + times * bytes.length + last.length];
            System.arraycopy(KeyTextFormat.CANONICAL, 0, all, 0, KeyTextFormat.CANONICAL.length);
            for (int i = 0; i < times; i++) {
                System.arraycopy(bytes, 0, all, KeyTextFormat.CANONICAL.length + i * bytes.length, bytes.length);
            }
            for (int i = 0; i < last.length; i++) {
                all[all.length - last.length + i] = (byte) last[i];
            }
            return all;
        }
    }

    private static Form form(int... bytes) {
        byte[] narrow = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            narrow[i] = (byte) bytes[i];
        }
        return new Form(narrow);
    }

    /** A set of lists whose hash codes are all equal. */
    private static Form strings(int tag, int count) {
        RecordOutput out = new RecordOutput();
        out.writeByte(tag);
        out.writeVarInt(count, true);
        for (int i = 0; i < count; i++) {
            out.writeByte(3);
            out.writeVarInt(1, true);
            out.writeByte(1);
            out.writeVarInt(1, true);
            out.writeString(Forgeries.textOfHashZero(i));
        }
        return new Form(out.toBytes());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void key_nonCanonical_isUndecodable(byte[] at) {
        ByteEntry entry = Forgeries.record(RecordLayout.GRAPH, 0, new byte[] {3, 1});

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.key(new ByteKey(at), entry))
                .withMessageContaining("cache 'keys'");
    }

    @Test
    void key_longerThanTheStoreTakes_isRefusedByItsLength() {
        Marshaller narrow = codecs.marshaller("keys", Set.of(), 250, 100_000);
        ByteEntry entry = Forgeries.record(RecordLayout.GRAPH, 0, new byte[] {3, 1});

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> narrow.key(new ByteKey(text("k".repeat(251))), entry))
                .withMessageContaining("a key of 251 bytes is longer than any key of this store");
    }

    @Test
    void key_numberThatTakesTooLongToRead_isRefusedWhenItIsUsed() {
        BigInteger most = BigInteger.TEN.pow(9_000);

        assertThat(marshaller.key(marshaller.key(most), marshaller.encode(most, "v", 0)))
                .isEqualTo(most);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.key(BigInteger.TEN.pow(20_000)))
                .withMessageContainingAll("cache 'keys'", "digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "plain", "#str:x", "ä€𝒳", "\ud800"})
    void key_anyText_comesBack(String key) {
        assertThat(marshaller.key(marshaller.key(key), marshaller.encode(key, "v", 0)))
                .isEqualTo(key);
    }

    @Test
    void key_nestedAsDeepAsAnyIsWritten_comesBack() {
        Object key = "x";
        for (int i = 0; i < 99; i++) {
            key = List.of(key);
        }
        assertThat(marshaller.key(marshaller.key(key), marshaller.encode(key, "v", 0)))
                .isEqualTo(key);
        assertThat(Arrays.copyOf(marshaller.key(key).bytes(), 5)).isEqualTo(KeyTextFormat.CANONICAL);
    }
}
