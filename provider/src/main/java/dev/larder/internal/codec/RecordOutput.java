package dev.larder.internal.codec;

import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes strings in a form of our own: Latin-1 where that holds them, else UTF-16, so that no string
 * is changed on its way, not even one with half a surrogate pair.
 */
final class RecordOutput extends Output {
    private static final int FIRST_SIZE = 512;
    private static final int MAX_SIZE = Integer.MAX_VALUE - 64;
    private static final int SLACK = 32;
    private static final int KEPT_SIZE = 1 << 16;

    RecordOutput() {
        this(FIRST_SIZE);
    }

    RecordOutput(int size) {
        super(size, MAX_SIZE);
    }

    /** Makes ready for a record that may grow to {@code limit} bytes, and only a little further. */
    void begin(int limit) {
        byte[] kept = buffer.length <= KEPT_SIZE ? buffer : new byte[FIRST_SIZE];
        setBuffer(kept, Math.max(kept.length, Math.min(limit, MAX_SIZE) + SLACK));
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
        require(length + 5);
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
        WideText.write(text, buffer, position);
        position += 2 * length;
    }
}
