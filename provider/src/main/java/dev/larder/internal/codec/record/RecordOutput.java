package dev.larder.internal.codec.record;

import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Writes strings as Latin-1 if possible, else as UTF-16, where Kryo's own Output uses an encoding of its own. No string
 * is changed, not even one with an unpaired surrogate.
 */
public final class RecordOutput extends Output {
    private static final int FIRST_SIZE = 512;
    private static final int MAX_SIZE = Integer.MAX_VALUE - 64;
    private static final int SLACK = 32;
    private static final int KEPT_SIZE = 1 << 16;

    /** The size from which bytes get an array of their own. */
    private static final int LARGE = 2048;

    private byte[] spare = {};
    private byte[] fitted = spare;
    private boolean endsWithNext;

    public RecordOutput() {
        this(FIRST_SIZE);
    }

    public RecordOutput(int size) {
        super(size, MAX_SIZE);
    }

    /** Prepares for a record that may grow to {@code limit} bytes, and only a little further. */
    public void begin(int limit) {
        endsWithNext = false;
        byte[] kept = buffer.length <= KEPT_SIZE ? buffer : new byte[FIRST_SIZE];
        setBuffer(kept, Math.max(kept.length, Math.min(limit, MAX_SIZE) + SLACK));
    }

    /** Announces that the next array or string is the last one. If it is large, {@link #taken} saves a copy. */
    public void endWithNext() {
        endsWithNext = true;
    }

    /** The bytes written. Nothing more may be written before the next {@link #begin}. */
    public byte[] taken() {
        byte[] written = buffer;
        if (fitted != written || position < written.length) {
            return toBytes();
        }
        setBuffer(spare, maxCapacity);
        fitted = spare;
        return written;
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int count) {
        fitExactly(count);
        super.writeBytes(bytes, offset, count);
    }

    private void fitExactly(int count) {
        if (endsWithNext && count >= LARGE && position + count <= maxCapacity) {
            byte[] exact = new byte[position + count];
            System.arraycopy(buffer, 0, exact, 0, position);
            spare = buffer;
            fitted = exact;
            buffer = exact;
            capacity = exact.length;
            endsWithNext = false;
        }
    }

    @Override
    public void writeString(@Nullable String text) {
        if (text == null) {
            writeByte(0);
        } else if (text.length() < 1 << 28) {
            write(text, text.length());
        } else {
            throw new CodecException("a string of " + text.length() + " characters is too long for a cache");
        }
    }

    private void write(String text, int length) {
        fitExactly(varIntLength((length << 1) + 1, true) + length);
        require(length + varIntLength((length << 1) + 1, true));
        int start = position;
        writeVarInt((length << 1) + 1, true);
        if (!copyNarrow(text, length)) {
            position = start;
            writeVarInt((length << 1) + 2, true);
            writeWide(text, length);
        }
    }

    private boolean copyNarrow(String text, int length) {
        byte[] to = buffer;
        int at = position;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            seen |= c;
            to[at + i] = (byte) c;
        }
        position = at + length;
        return seen <= 0xFF;
    }

    private void writeWide(String text, int length) {
        require(2 * length);
        Utf16Text.write(text, buffer, position);
        position += 2 * length;
    }
}
