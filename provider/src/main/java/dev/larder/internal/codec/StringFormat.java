package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.record.RecordLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes strings as UTF-8, readable for other programs. */
final class StringFormat implements ValueFormat {
    @Override
    public int number() {
        return RecordLayout.TEXT;
    }

    // An unpaired surrogate has no UTF-8. Such a string is written as an object graph, without loss.
    @Override
    public byte @Nullable [] write(Object value) {
        if (!(value instanceof String text)) {
            throw new CodecException("the cache's serializer is 'string', which writes only strings");
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException unpaired) {
            return null;
        }
    }

    @Override
    public Object read(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
