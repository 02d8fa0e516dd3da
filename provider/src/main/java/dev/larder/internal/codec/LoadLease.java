package dev.larder.internal.codec;

import dev.larder.spi.ByteEntry;

/**
 * The lease of a load, as a record beside the entry that is loaded: a header, and the version of the lease that has
 * ended and found no value, or 0 as long as it is held. Its own version is the owner's token.
 */
final class LoadLease {
    /** No codec of a payload: who does not know leases takes it for damaged, and passes it over. */
    private static final int CODEC = 0;

    private static final int NOWHERE = 0;

    private LoadLease() {}

    static ByteEntry of(boolean room, long version, long expiry, long ended) {
        byte[] record = new byte[Layout.HEADER + (room ? ByteEntry.ROOM : 0) + Long.BYTES];
        Layout.setLong(record, record.length - Long.BYTES, ended);
        // Not bound: whoever waits for a lease knows it by its version, which no other has.
        Layout.seal(record, room ? Layout.HAS_ROOM : 0, CODEC, version, expiry, NOWHERE);
        return ByteEntry.of(record, null);
    }

    /** The lease that has ended without a value; 0 if this one is held, or cannot be read. */
    static long ended(byte[] record) {
        try {
            Layout.check(record, NOWHERE);
            int body = Layout.body(record);
            boolean isLease = record.length == body + Long.BYTES && record[Layout.CODEC_OFFSET] == CODEC;
            return isLease ? Layout.longAt(record, body) : 0;
        } catch (UndecodableException damaged) {
            return 0;
        }
    }
}
