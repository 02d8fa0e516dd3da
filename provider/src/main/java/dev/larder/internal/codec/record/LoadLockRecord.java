package dev.larder.internal.codec.record;

import dev.larder.internal.codec.UndecodableException;
import dev.larder.spi.ByteEntry;

/**
 * The lease of a load, as a record beside the entry that is loaded: a header, and the version of the lease that has
 * ended and found no value, or 0 as long as it is held. Its own version is the owner's token.
 */
public final class LoadLockRecord {
    /** No codec of a payload: who does not know leases takes it for damaged, and passes it over. */
    private static final int CODEC = 0;

    private static final int NOWHERE = 0;

    private LoadLockRecord() {}

    public static ByteEntry of(boolean room, long version, long expiry, long ended) {
        byte[] record = new byte[RecordLayout.HEADER + (room ? ByteEntry.ROOM : 0) + Long.BYTES];
        RecordLayout.setLong(record, record.length - Long.BYTES, ended);
        // Not bound: whoever waits for a lease knows it by its version, which no other has.
        RecordLayout.seal(record, room ? RecordLayout.HAS_ROOM : 0, CODEC, version, expiry, NOWHERE);
        return ByteEntry.of(record, null);
    }

    /** The lease that has ended without a value; 0 if this one is held, or cannot be read. */
    public static long ended(byte[] record) {
        try {
            RecordLayout.check(record, NOWHERE);
            int body = RecordLayout.body(record);
            boolean isLease = record.length == body + Long.BYTES && record[RecordLayout.CODEC_OFFSET] == CODEC;
            return isLease ? RecordLayout.longAt(record, body) : 0;
        } catch (UndecodableException damaged) {
            return 0;
        }
    }
}
