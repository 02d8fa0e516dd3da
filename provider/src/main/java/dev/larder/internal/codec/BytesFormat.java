package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.record.RecordLayout;
import java.util.Arrays;

/** Writes byte arrays unchanged. */
final class BytesFormat implements ValueFormat {
    @Override
    public int number() {
        return RecordLayout.BYTES;
    }

    @Override
    public byte[] write(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new CodecException("the cache's serializer is 'bytes', which writes only byte arrays");
    }

    @Override
    public Object read(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
