package dev.larder.internal.codec.record;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.spi.ByteEntry;

/**
 * A load lock: a record beside the entry that is loaded. It has a header, followed by the version of the load lock that
 * ended without a value, or 0 while it is held. Its own version is the owner's token.
 */
public final class LoadLockRecord {
    /** Not a codec number. A reader that does not know load locks treats the record as damaged and skips it. */
    private static final int CODEC = 0;

    private static final int UNBOUND = 0;

    private LoadLockRecord() {}

    public static ByteEntry of(boolean room, long version, long expiry, long ended) {
        byte[] record = new byte[RecordLayout.HEADER + (room ? ByteEntry.ROOM : 0) + Long.BYTES];
        RecordLayout.setLong(record, record.length - Long.BYTES, ended);
        // Not bound to a record place: a waiting JVM identifies a load lock by its version, which is unique.
        RecordLayout.writeHeader(record, room ? RecordLayout.HAS_ROOM : 0, CODEC, version, expiry, UNBOUND);
        return ByteEntry.of(record, null);
    }

    /** The version of the load lock that ended without a value; 0 if this one is held, or cannot be read. */
    public static long endedVersion(byte[] record) {
        try {
            RecordLayout.check(record, UNBOUND);
            int body = RecordLayout.body(record);
            boolean isLease = record.length == body + Long.BYTES && record[RecordLayout.CODEC_OFFSET] == CODEC;
            return isLease ? RecordLayout.longAt(record, body) : 0;
        } catch (UndecodableException damaged) {
            return 0;
        }
    }
}
