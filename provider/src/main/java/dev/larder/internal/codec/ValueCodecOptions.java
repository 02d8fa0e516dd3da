package dev.larder.internal.codec;

import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one cache become bytes.
 *
 * @param codec the number of the format that they are written in
 * @param serializers all that may have written what is read
 * @param compressor null for none
 * @param compressAbove payloads of more bytes are compressed
 * @param compressors all that may have compressed what is read, by number
 * @param grace milliseconds that a record stays after the expiry of its entry
 */
public record ValueCodecOptions(
        int codec,
        Collection<Serializer> serializers,
        @Nullable Compressor compressor,
        int compressAbove,
        Map<Integer, Compressor> compressors,
        long grace) {
    private static final Compressor GZIP = new GzipCompressor();

    /** Object graphs, not compressed. */
    public static final ValueCodecOptions DEFAULT =
            new ValueCodecOptions(RecordLayout.GRAPH, List.of(), null, 0, Map.of(GZIP.id(), GZIP), 0);

    /** The same options with records that stay this many milliseconds longer. */
    public ValueCodecOptions withGrace(long millis) {
        return new ValueCodecOptions(codec, serializers, compressor, compressAbove, compressors, millis);
    }
}
