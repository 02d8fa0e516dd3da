package dev.larder.internal.codec;

import java.util.Arrays;

/**
 * The key that a record bears in front of its payload: the length of the key's bytes and these
 * bytes, none if the store's key is they; then, likewise, what else it takes to make the key anew.
 */
final class BorneKey {
    static final byte[] NONE = {};

    private final byte[] record;
    private final LengthReader lengths;

    private BorneKey(byte[] record) {
        this.record = record;
        this.lengths = new LengthReader(record, BorneValidator.end(record));
    }

    static void write(RecordOutput out, EncodedKey key, int maxKeyBytes) {
        boolean isStored = key.bytes().length <= maxKeyBytes;
        writePart(out, isStored ? NONE : key.bytes());
        writePart(out, key.extras());
    }

    /** Whether a sound record is that key's. */
    static boolean isIn(byte[] record, byte[] key) {
        BorneKey borne = new BorneKey(record);
        int length = borne.lengths.next();
        int from = borne.lengths.position();
        return length == 0 || Arrays.equals(record, from, from + length, key, 0, key.length);
    }

    /** The key of a record that was found under {@code at}. */
    static Object read(byte[] record, byte[] at, Keys keys) {
        BorneKey borne = new BorneKey(record);
        byte[] key = borne.next();
        if (key.length > 0 && !Arrays.equals(KeyText.hash(key), at)) {
            throw new UndecodableException("a record bears another key than the one it stands under");
        }
        return keys.decode(key.length == 0 ? at : key, borne.next());
    }

    /** Where the payload begins. */
    static int end(byte[] record) {
        BorneKey borne = new BorneKey(record);
        borne.lengths.skip(borne.lengths.next());
        borne.lengths.skip(borne.lengths.next());
        return borne.lengths.position();
    }

    private static void writePart(RecordOutput out, byte[] part) {
        out.writeVarInt(part.length, true);
        out.writeBytes(part);
    }

    private byte[] next() {
        int length = lengths.next();
        int start = lengths.position();
        lengths.skip(length);
        return Arrays.copyOfRange(record, start, start + length);
    }
}
