package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.Compressor;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compresses the payloads of one cache where that saves space. Decompresses payloads of every known compressor. */
final class PayloadCompression {
    /** The largest ratio of a payload to its compressed form, and of a payload to the store's limit. */
    private static final int MAX_RATIO = 16;

    /** Payloads up to this size may be compressed by any ratio. */
    private static final int ANY_RATIO_SIZE = 4 << 20;

    private static final String NONE = "none";
    private static final int LONGEST = Integer.MAX_VALUE - 64;
    private static final int LONGEST_SIZE = 5;

    private final ValueCodecOptions valueCodecOptions;
    private final String cache;
    private final int maxBytes;
    private final @Nullable Compressor compressor;

    /**
     * @param maxBytes the size limit of a record in the store
     */
    PayloadCompression(ValueCodecOptions valueCodecOptions, String cache, int maxBytes) {
        this(valueCodecOptions, cache, maxBytes, valueCodecOptions.compressor());
    }

    private PayloadCompression(
            ValueCodecOptions valueCodecOptions, String cache, int maxBytes, @Nullable Compressor compressor) {
        this.valueCodecOptions = valueCodecOptions;
        this.cache = cache;
        this.maxBytes = maxBytes;
        this.compressor = compressor;
    }

    /**
     * The same with another compressor.
     *
     * @param name {@code none} for no compressor
     * @throws IllegalArgumentException if there is none of that name
     */
    PayloadCompression withCompressor(String name) {
        return new PayloadCompression(valueCodecOptions, cache, maxBytes, name.equals(NONE) ? null : named(name));
    }

    private Compressor named(String name) {
        for (Compressor each : valueCodecOptions.compressors().values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        String others = valueCodecOptions.compressors().values().stream()
                .map(each -> ", " + each.name())
                .sorted()
                .collect(Collectors.joining());
        throw new IllegalArgumentException("cache '" + cache + "': a put asks for the compressor '" + name
                + "'; available: " + NONE + others + "; others need their module on the class path");
    }

    /** The size limit of a record before compression. */
    int maxUncompressedBytes() {
        return compressor == null ? maxBytes : (int) Math.min((long) maxBytes * MAX_RATIO, LONGEST);
    }

    /**
     * Compresses the payload of a record, which begins at {@code start}. Returns the record itself if that is not
     * worthwhile.
     */
    byte[] compress(byte[] record, int start) {
        int size = record.length - start;
        if (compressor == null || size <= valueCodecOptions.compressAbove()) {
            return record;
        }
        byte[] packed = compressor.compress(record, start, size);
        boolean gains = packed.length + LONGEST_SIZE < size && isAccepted(packed.length, size);
        return gains ? compressed(record, start, packed, compressor.id()) : record;
    }

    private static byte[] compressed(byte[] record, int start, byte[] packed, int compressor) {
        RecordOutput out = new RecordOutput(start + LONGEST_SIZE + packed.length);
        out.writeBytes(record, 0, start);
        out.writeVarInt(record.length - start, true);
        out.writeBytes(packed);
        byte[] shorter = out.toBytes();
        shorter[RecordLayout.COMPRESSOR_OFFSET] = (byte) compressor;
        return shorter;
    }

    /** Whether these sizes are accepted. Larger payloads are not compressed when written and are rejected when read. */
    private boolean isAccepted(int length, int size) {
        long most = Math.max(ANY_RATIO_SIZE, (long) length * MAX_RATIO);
        return size <= Math.min(most, (long) maxBytes * MAX_RATIO);
    }

    /** Decompresses the payload that begins at {@code start}. */
    byte[] decompress(byte[] record, int start) {
        int number = record[RecordLayout.COMPRESSOR_OFFSET];
        Compressor packer = valueCodecOptions.compressors().get(number);
        if (packer == null) {
            throw new UndecodableException("a record is compressed by number " + number
                    + ", which is unknown here; add its module to the class path");
        }
        CheckedInput in = new CheckedInput();
        in.begin(record, start);
        int size = in.readVarInt(true);
        int length = in.left();
        if (size < 0 || !isAccepted(length, size)) {
            throw new UndecodableException("a record of " + length + " bytes claims to unpack to " + size);
        }
        byte[] plain = packer.decompress(record, in.position(), length, size);
        return plain.length == size ? plain : Arrays.copyOf(plain, size);
    }
}
