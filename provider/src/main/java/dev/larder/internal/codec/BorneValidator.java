package dev.larder.internal.codec;

import dev.larder.spi.Wtf8;

/** The validator that a record bears behind its tags: its length and its UTF-8, or WTF-8 where it has none. */
final class BorneValidator {
    private BorneValidator() {}

    static void write(RecordOutput out, String validator) {
        byte[] text = Wtf8.encode(validator);
        out.writeVarInt(text.length, true);
        out.writeBytes(text);
    }

    /** The validator of a record that has one. */
    static String read(byte[] record) {
        LengthReader lengths = new LengthReader(record, BorneTags.end(record));
        int length = lengths.next();
        return Wtf8.decode(record, lengths.position(), length);
    }

    /** Where what comes after tags and validator begins, or after the header if there are none. */
    static int end(byte[] record) {
        int start = BorneTags.end(record);
        if (!Layout.hasValidator(record)) {
            return start;
        }
        LengthReader lengths = new LengthReader(record, start);
        int length = lengths.next();
        return lengths.position() + length;
    }
}
