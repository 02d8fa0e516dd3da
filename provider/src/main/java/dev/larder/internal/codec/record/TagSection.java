package dev.larder.internal.codec.record;

import dev.larder.spi.Wtf8;
import java.util.ArrayList;
import java.util.List;

/**
 * The tags of a record, directly after its header: the length of the section, the number of tags, their stamps, and
 * their names, each with its length.
 *
 * @param stamps in the order of the names
 */
public record TagSection(List<String> names, long[] stamps) {

    public static void write(RecordOutput out, TagSection tags) {
        RecordOutput section = new RecordOutput(16 + 32 * tags.names.size());
        section.writeVarInt(tags.stamps.length, true);
        for (long stamp : tags.stamps) {
            section.writeBytes(bytes(stamp));
        }
        for (String name : tags.names) {
            byte[] text = Wtf8.encode(name);
            section.writeVarInt(text.length, true);
            section.writeBytes(text);
        }
        out.writeVarInt(section.position(), true);
        out.writeBytes(section.getBuffer(), 0, section.position());
    }

    /**
     * Reads the tags of a record that has some.
     *
     * @param hintedNames the names that it probably has; returned as they are if they match
     */
    public static TagSection read(byte[] record, List<String> hintedNames) {
        SectionLengthReader lengths = new SectionLengthReader(record, RecordLayout.body(record));
        lengths.next();
        int count = lengths.next();
        lengths.within(count * Long.BYTES);
        long[] stamps = new long[count];
        for (int i = 0; i < count; i++) {
            stamps[i] = RecordLayout.longAt(record, lengths.position());
            lengths.skip(Long.BYTES);
        }
        int begin = lengths.position();
        boolean expected = hintedNames.size() == count && areIn(record, begin, hintedNames);
        return new TagSection(expected ? hintedNames : names(record, begin, count), stamps);
    }

    private static List<String> names(byte[] record, int begin, int count) {
        SectionLengthReader lengths = new SectionLengthReader(record, begin);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = lengths.next();
            names.add(Wtf8.decode(record, lengths.position(), length));
            lengths.skip(length);
        }
        return names;
    }

    private static boolean areIn(byte[] record, int begin, List<String> names) {
        SectionLengthReader lengths = new SectionLengthReader(record, begin);
        for (int i = 0; i < names.size(); i++) {
            int length = lengths.next();
            if (!isAt(record, lengths.position(), length, names.get(i))) {
                return false;
            }
            lengths.skip(length);
        }
        return true;
    }

    // A byte of a non-ASCII character is negative and equals no character. Such names are decoded.
    private static boolean isAt(byte[] record, int begin, int length, String name) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (record[begin + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Overwrites the stamps. */
    public static void replaceStamps(byte[] record, long[] stamps) {
        SectionLengthReader lengths = new SectionLengthReader(record, RecordLayout.body(record));
        lengths.next();
        if (lengths.next() != stamps.length) {
            throw SectionLengthReader.damaged();
        }
        for (long stamp : stamps) {
            RecordLayout.setLong(record, lengths.position(), stamp);
            lengths.skip(Long.BYTES);
        }
    }

    /** The offset after the tags, or after the header if there are none. */
    static int end(byte[] record) {
        if (!RecordLayout.hasTags(record)) {
            return RecordLayout.body(record);
        }
        SectionLengthReader lengths = new SectionLengthReader(record, RecordLayout.body(record));
        int length = lengths.next();
        return lengths.position() + length;
    }

    private static byte[] bytes(long stamp) {
        byte[] bytes = new byte[Long.BYTES];
        RecordLayout.setLong(bytes, 0, stamp);
        return bytes;
    }
}
