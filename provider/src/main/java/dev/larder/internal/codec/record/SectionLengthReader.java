package dev.larder.internal.codec.record;

import dev.larder.internal.codec.failure.UndecodableException;

/** Reads the lengths of the sections in front of the payload. None may point beyond the end of the record. */
public final class SectionLengthReader {
    private final byte[] record;
    private int position;

    public SectionLengthReader(byte[] record, int position) {
        this.record = record;
        this.position = position;
    }

    public int position() {
        return position;
    }

    public void skip(int length) {
        position += length;
    }

    /** Reads a varint; that many bytes must follow. */
    public int next() {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            byte next = position < record.length ? record[position++] : 0;
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return within(length);
            }
        }
        throw damaged();
    }

    int within(int length) {
        if (length < 0 || length > record.length - position) {
            throw damaged();
        }
        return length;
    }

    static UndecodableException damaged() {
        return new UndecodableException("a section in front of the payload of a record has a wrong length");
    }
}
