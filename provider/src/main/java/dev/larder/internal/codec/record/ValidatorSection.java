package dev.larder.internal.codec.record;

import dev.larder.spi.Wtf8;

/** The validator of a record, after its tags: its length and its UTF-8, or WTF-8 if it has unpaired surrogates. */
public final class ValidatorSection {
    private ValidatorSection() {}

    public static void write(RecordOutput out, String validator) {
        byte[] text = Wtf8.encode(validator);
        out.writeVarInt(text.length, true);
        out.writeBytes(text);
    }

    /** Reads the validator of a record that has one. */
    public static String read(byte[] record) {
        SectionLengthReader lengths = new SectionLengthReader(record, TagSection.end(record));
        int length = lengths.next();
        return Wtf8.decode(record, lengths.position(), length);
    }

    /** The offset after tags and validator, or after the header if there are none. */
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
