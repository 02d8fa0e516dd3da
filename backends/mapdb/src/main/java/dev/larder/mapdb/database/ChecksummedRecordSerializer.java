package dev.larder.mapdb.database;

import java.io.IOException;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.Serializer;

/**
 * Writes checksum, length, bytes, and zeros up to a size that many records share. MapDB reuses freed space only for
 * records of exactly the same size. With sizes an eighth apart, new records find the space that others freed.
 */
final class ChecksummedRecordSerializer implements Serializer<ChecksummedRecord> {
    private static final int MIN_SIZE = 64;
    private static final int STEP_SHIFT = 3;
    private static final int HEADER = 2 * Integer.BYTES;
    private static final byte[] ZEROS = new byte[1 << 10];

    @Override
    public void serialize(DataOutput2 out, ChecksummedRecord value) throws IOException {
        byte[] record = value.record();
        int begin = out.pos;
        out.writeInt(value.sum());
        out.writeInt(record.length);
        out.write(record);
        int padding = padded(HEADER + record.length) - (out.pos - begin);
        while (padding > 0) {
            int count = Math.min(padding, ZEROS.length);
            out.write(ZEROS, 0, count);
            padding -= count;
        }
    }

    @Override
    public ChecksummedRecord deserialize(DataInput2 in, int available) throws IOException {
        int sum = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > available - HEADER) {
            return ChecksummedRecord.DAMAGED;
        }
        byte[] record = new byte[length];
        in.readFully(record);
        return new ChecksummedRecord(sum, record);
    }

    @Override
    public boolean isTrusted() {
        // Otherwise MapDB copies each record once more, to guard against reading too far.
        return true;
    }

    /** The next larger of the shared sizes. Records that MapDB splits are not padded. */
    static int padded(int bytes) {
        if (bytes <= MIN_SIZE) {
            return MIN_SIZE;
        }
        int step = Integer.highestOneBit(bytes - 1) >>> STEP_SHIFT;
        int up = (bytes + step - 1) / step * step;
        return up > (1 << 15) ? bytes : up;
    }
}
