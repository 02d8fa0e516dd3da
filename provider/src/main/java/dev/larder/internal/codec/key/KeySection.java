package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.record.SectionLengthReader;
import dev.larder.internal.codec.record.ValidatorSection;
import java.util.Arrays;

/**
 * The key section of a record, in front of the payload: the length of the key's bytes and these bytes, none if they are
 * the store's key. Then, likewise, the extra data needed to recreate the key.
 */
public final class KeySection {
    public static final byte[] NONE = {};

    private final byte[] record;
    private final SectionLengthReader lengths;

    private KeySection(byte[] record) {
        this.record = record;
        this.lengths = new SectionLengthReader(record, ValidatorSection.end(record));
    }

    public static void write(RecordOutput out, EncodedKey key, int maxKeyBytes) {
        boolean isStored = key.bytes().length <= maxKeyBytes;
        writePart(out, isStored ? NONE : key.bytes());
        writePart(out, key.extras());
    }

    /** Whether an intact record belongs to that key. */
    public static boolean isIn(byte[] record, byte[] key) {
        KeySection section = new KeySection(record);
        int length = section.lengths.next();
        int from = section.lengths.position();
        return length == 0 || Arrays.equals(record, from, from + length, key, 0, key.length);
    }

    /** Decodes the key of a record that was found under {@code at}. */
    public static Object read(byte[] record, byte[] at, KeyCodec keyCodec) {
        KeySection section = new KeySection(record);
        byte[] key = section.next();
        if (key.length > 0 && !Arrays.equals(KeyTextFormat.hash(key), at)) {
            throw new UndecodableException("a record holds another key than the one that it is stored under");
        }
        return keyCodec.decode(key.length == 0 ? at : key, section.next());
    }

    /** The offset of the payload. */
    public static int end(byte[] record) {
        KeySection section = new KeySection(record);
        section.lengths.skip(section.lengths.next());
        section.lengths.skip(section.lengths.next());
        return section.lengths.position();
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
