package dev.larder.internal.codec.record;

import dev.larder.spi.Wtf8;

/** The validator that a record bears behind its tags: its length and its UTF-8, or WTF-8 where it has none. */
public final class ValidatorSection {
    private ValidatorSection() {}

    static void write(RecordOutput out, String validator) {
        byte[] text = Wtf8.encode(validator);
        out.writeVarInt(text.length, true);
        out.writeBytes(text);
    }

    /** The validator of a record that has one. */
    public static String read(byte[] record) {
        SectionLengthReader lengths = new SectionLengthReader(record, TagSection.end(record));
        int length = lengths.next();
        return Wtf8.decode(record, lengths.position(), length);
    }

    /** Where what comes after tags and validator begins, or after the header if there are none. */
    public static int end(byte[] record) {
        int start = TagSection.end(record);
        if (!RecordLayout.hasValidator(record)) {
            return start;
        }
        SectionLengthReader lengths = new SectionLengthReader(record, start);
        int length = lengths.next();
        return lengths.position() + length;
    }
}
