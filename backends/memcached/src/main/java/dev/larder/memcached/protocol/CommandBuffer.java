package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing buffer for the bytes of commands. A long value is kept by reference and copied only when it is sent.
 * Not thread-safe.
 */
public final class CommandBuffer {
    private static final int MIN_REFERENCED_BYTES = 1 << 10;

    private final List<byte[]> pieces = new ArrayList<>(1);
    private byte[] bytes;
    private int size;

    /**
     * @param expected the approximate size in bytes
     */
    public CommandBuffer(int expected) {
        bytes = new byte[expected];
    }

    CommandBuffer word(String ascii) {
        int length = ascii.length();
        ensureRoom(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    public CommandBuffer raw(byte[] more) {
        ensureRoom(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** Appends bytes that do not change any more. */
    CommandBuffer value(byte[] more) {
        if (more.length < MIN_REFERENCED_BYTES) {
            return raw(more);
        }
        finishPiece();
        pieces.add(more);
        return this;
    }

    private void finishPiece() {
        if (size > 0) {
            pieces.add(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
            size = 0;
        }
    }

    CommandBuffer space() {
        return raw((byte) ' ');
    }

    /** Appends a space and a number. */
    CommandBuffer number(long number) {
        return space().word(Long.toString(number));
    }

    /** Appends eight bytes, big-endian. */
    CommandBuffer binary(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            raw((byte) (number >>> shift));
        }
        return this;
    }

    CommandBuffer end() {
        return raw((byte) '\r').raw((byte) '\n');
    }

    /** Appends a {@code gets}. */
    public CommandBuffer gets(List<byte[]> keys) {
        word("gets");
        keys.forEach(key -> space().raw(key));
        return end();
    }

    private CommandBuffer raw(byte one) {
        ensureRoom(1);
        bytes[size++] = one;
        return this;
    }

    private void ensureRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** The content as consecutive pieces. */
    List<byte[]> pieces() {
        finishPiece();
        return pieces;
    }

    /** The content, if no value is kept by reference. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }
}
