package dev.larder.internal.codec.record;

import com.esotericsoftware.kryo.io.Input;
import dev.larder.internal.codec.failure.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads untrusted bytes. Unlike Kryo's own Input, it compares a length found in them with the bytes left before it
 * allocates memory of that size. Reading does not change the bytes, since other threads may read the same record.
 */
public final class CheckedInput extends Input {
    private static final byte[] NOTHING = {};

    private final RecordBudget recordBudget = new RecordBudget();

    /** Begins to read from {@code offset} to the end. */
    public void begin(byte[] bytes, int offset) {
        setBuffer(bytes, offset, bytes.length - offset);
        recordBudget.begin(bytes.length - offset);
    }

    /** The remaining budget of the record. */
    public RecordBudget budget() {
        return recordBudget;
    }

    /** Releases the record. */
    public void release() {
        setBuffer(NOTHING);
    }

    /** The number of bytes left. */
    public int left() {
        return limit - position;
    }

    /** The byte {@code ahead} positions after the next one; 0 if there is none. */
    public byte peek(int ahead) {
        return position + ahead < limit ? buffer[position + ahead] : 0;
    }

    /** Skips these bytes if they come next. */
    public boolean skip(byte[] expected) {
        int end = position + expected.length;
        if (end > limit || !Arrays.equals(buffer, position, end, expected, 0, expected.length)) {
            return false;
        }
        position = end;
        return true;
    }

    /**
     * Reads the number of elements. Each takes at least {@code width} bytes, which must follow and belong to no other
     * element.
     */
    public int readCount(int width) {
        int count = count(readVarInt(true), width);
        recordBudget.elements((long) count * width);
        return count;
    }

    /** Checks that {@code count} items of {@code width} bytes are left. */
    int count(int count, int width) {
        if (count < 0 || (long) count * width > left()) {
            throw new UndecodableException(
                    "bytes announce " + count + " elements of " + width + " bytes, but only " + left() + " are left");
        }
        return count;
    }

    @Override
    public String readString() {
        String text = readText();
        if (text == null) {
            throw new UndecodableException("bytes announce a string and hold null");
        }
        return text;
    }

    /** Reads a string or null. */
    public @Nullable String readText() {
        int announced = readVarInt(true) - 1;
        if (announced == -1) {
            return null;
        }
        return (announced & 1) == 0 ? readNarrow(count(announced >>> 1, 1)) : readWide(count(announced >>> 1, 2));
    }

    private String readNarrow(int length) {
        String text = new String(buffer, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    private String readWide(int length) {
        String text = Utf16Text.read(buffer, position, length);
        position += 2 * length;
        return text;
    }

    @Override
    public StringBuilder readStringBuilder() {
        return new StringBuilder(readString());
    }

    @Override
    public byte[] readBytes(int length) {
        // Kryo's method first fills a new array with zeros, which takes a third of the time for values of some KB.
        int end = position + count(length, 1);
        byte[] bytes = Arrays.copyOfRange(buffer, position, end);
        position = end;
        return bytes;
    }

    @Override
    public boolean[] readBooleans(int length) {
        return super.readBooleans(count(length, 1));
    }

    @Override
    public short[] readShorts(int length) {
        return super.readShorts(count(length, Short.BYTES));
    }

    @Override
    public char[] readChars(int length) {
        return super.readChars(count(length, Character.BYTES));
    }

    @Override
    public int[] readInts(int length) {
        return super.readInts(count(length, Integer.BYTES));
    }

    @Override
    public long[] readLongs(int length) {
        return super.readLongs(count(length, Long.BYTES));
    }

    @Override
    public float[] readFloats(int length) {
        return super.readFloats(count(length, Float.BYTES));
    }

    @Override
    public double[] readDoubles(int length) {
        return super.readDoubles(count(length, Double.BYTES));
    }
}
