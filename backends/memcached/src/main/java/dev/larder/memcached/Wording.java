package dev.larder.memcached;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a command as they grow. Not thread-safe. */
final class Wording {
    private byte[] bytes;
    private int size;

    /**
     * @param expected about how many bytes it will be
     */
    Wording(int expected) {
        bytes = new byte[expected];
    }

    Wording word(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wording raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    Wording space() {
        return raw((byte) ' ');
    }

    /** A space and a number. */
    Wording number(long number) {
        return space().word(Long.toString(number));
    }

    /** Eight bytes, big endian. */
    Wording binary(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            raw((byte) (number >>> shift));
        }
        return this;
    }

    Wording end() {
        return raw((byte) '\r').raw((byte) '\n');
    }

    private Wording raw(byte one) {
        room(1);
        bytes[size++] = one;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Asks for items. */
    void question(Items items) {
        word("gets");
        items.keys().forEach(key -> space().raw(key));
        end();
    }

    byte[] done() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
