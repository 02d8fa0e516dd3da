package dev.larder.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tags that a record bears, right behind its header: the length of it all, how many they are, their stamps,
 * and then their names, each with its length.
 *
 * @param stamps in the order of the names
 */
public record BorneTags(List<String> names, long[] stamps) {

    static void write(RecordOutput out, BorneTags tags) {
        RecordOutput section = new RecordOutput(16 + 32 * tags.names.size());
        section.writeVarInt(tags.stamps.length, true);
        for (long stamp : tags.stamps) {
            section.writeBytes(bytes(stamp));
        }
        for (String name : tags.names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            section.writeVarInt(text.length, true);
            section.writeBytes(text);
        }
        out.writeVarInt(section.position(), true);
        out.writeBytes(section.getBuffer(), 0, section.position());
    }

    /** The tags of a record that has some. */
    static BorneTags read(byte[] record) {
        LengthReader lengths = new LengthReader(record, Layout.body(record));
        lengths.next();
        int count = lengths.next();
        lengths.within(count * Long.BYTES);
        long[] stamps = new long[count];
        for (int i = 0; i < count; i++) {
            stamps[i] = Layout.longAt(record, lengths.position());
            lengths.skip(Long.BYTES);
        }
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = lengths.next();
            names.add(new String(record, lengths.position(), length, StandardCharsets.UTF_8));
            lengths.skip(length);
        }
        return new BorneTags(names, stamps);
    }

    /** Puts other stamps in the place of those that are there. */
    static void restamp(byte[] record, long[] stamps) {
        LengthReader lengths = new LengthReader(record, Layout.body(record));
        lengths.next();
        if (lengths.next() != stamps.length) {
            throw LengthReader.damaged();
        }
        for (long stamp : stamps) {
            Layout.setLong(record, lengths.position(), stamp);
            lengths.skip(Long.BYTES);
        }
    }

    /** Where what comes after the tags begins, or after the header if there are none. */
    static int end(byte[] record) {
        if (!Layout.hasTags(record)) {
            return Layout.body(record);
        }
        LengthReader lengths = new LengthReader(record, Layout.body(record));
        int length = lengths.next();
        return lengths.position() + length;
    }

    private static byte[] bytes(long stamp) {
        byte[] bytes = new byte[Long.BYTES];
        Layout.setLong(bytes, 0, stamp);
        return bytes;
    }
}
