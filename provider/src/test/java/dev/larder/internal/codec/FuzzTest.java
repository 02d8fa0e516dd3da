package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Settings;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of all kinds of values, changed at random under a right checksum: each is a value or undecodable, and cheap. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzTest {
    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Random random = new Random(20261130);

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "java"})
    void value_changedAtRandom_isAValueOrUndecodable(String serializer) {
        ValueCodecOptions valueCodecOptions =
                codecs.valueCodecOptions(Settings.of(Map.of("serializer", serializer)), null, null);
        Marshaller marshaller =
                codecs.marshaller("fuzz", Set.of(), valueCodecOptions, new StoreLimits(250, 1 << 20, false));
        for (Object value : Values.all().toList()) {
            byte[] record = encoded(marshaller, value);
            for (int round = 0; record != null && round < ROUNDS; round++) {
                require(marshaller, changed(record, round));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "java"})
    void value_packedAndChangedAtRandom_isAValueOrUndecodable(String serializer) {
        Settings settings = Settings.of(Map.of("serializer", serializer, "compressor", "gzip", "compress-above", "10"));
        ValueCodecOptions valueCodecOptions = codecs.valueCodecOptions(settings, null, null);
        Marshaller marshaller =
                codecs.marshaller("fuzz", Set.of(), valueCodecOptions, new StoreLimits(37, 1 << 20, true));
        byte[] record = marshaller
                .encode(
                        "key ".repeat(20),
                        "text ".repeat(50),
                        0,
                        new TagSection(List.of("a"), new long[] {1}),
                        "e",
                        null)
                .bytes();
        for (int round = 0; round < 20 * ROUNDS; round++) {
            require(marshaller, changed(record, round));
        }
    }

    private static byte[] encoded(Marshaller marshaller, Object value) {
        try {
            return marshaller.encode("k", value, 0).bytes();
        } catch (CodecException notByThisSerializer) {
            return null;
        }
    }

    /** Bytes replaced, cut out, doubled or cut off; all but the header's format, flags and codec may change. */
    private byte[] changed(byte[] record, int round) {
        byte[] body = Arrays.copyOfRange(record, RecordLayout.HEADER, record.length);
        if (body.length > 2 && round % 3 == 1) {
            int from = random.nextInt(body.length);
            int to = random.nextInt(body.length);
            int length = Math.min(random.nextInt(8), body.length - Math.max(from, to));
            System.arraycopy(body.clone(), from, body, to, length);
        } else if (body.length > 0 && round % 3 == 2) {
            body = Arrays.copyOf(body, random.nextInt(2 * body.length));
        }
        for (int i = round % 4; i > 0 && body.length > 0; i--) {
            body[random.nextInt(body.length)] = extreme();
        }
        byte[] changed = Arrays.copyOf(Arrays.copyOf(record, RecordLayout.HEADER), RecordLayout.HEADER + body.length);
        System.arraycopy(body, 0, changed, RecordLayout.HEADER, body.length);
        int flags = record[RecordLayout.FLAGS_OFFSET] & ~RecordLayout.IS_BOUND;
        if (changed.length >= RecordLayout.HEADER + ByteEntry.ROOM) {
            RecordLayout.writeHeader(changed, flags, record[RecordLayout.CODEC_OFFSET], 1, ByteEntry.ETERNAL, 0);
        }
        return changed;
    }

    private byte extreme() {
        byte[] favourites = {0, 1, 2, 3, -1, 127, -128, 66, 71, 102, (byte) 132};
        return random.nextBoolean() ? favourites[random.nextInt(favourites.length)] : (byte) random.nextInt(256);
    }

    private static void require(Marshaller marshaller, byte[] changed) {
        ByteEntry entry = ByteEntry.of(changed, null);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            assertThat(marshaller.value("k", entry)).isNotNull();
        } catch (UndecodableException expected) {
            assertThat(expected).hasMessageContaining("cache 'fuzz'");
        }
        try {
            assertThat(marshaller.key(new ByteKey(changed), entry)).isNotNull();
            marshaller.tags(entry, List.of());
            marshaller.validator(entry);
        } catch (UndecodableException expected) {
            assertThat(expected).hasMessageContaining("cache 'fuzz'");
        }
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(32L << 20);
    }
}
