package dev.larder.mapdb.database;

import dev.larder.spi.ByteEntry;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the medium: with a checksum over key and record together, so that neither a
 * damaged record nor the whole record of another key is ever given.
 *
 * @param sum the checksum
 * @param record the bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public // never compared
record ChecksummedRecord(int sum, byte[] record) {
    /** What is read where no record can be. */
    static final ChecksummedRecord DAMAGED = new ChecksummedRecord(0, new byte[0]);

    static ChecksummedRecord of(byte[] key, byte[] record) {
        return new ChecksummedRecord(sum(key, record), record);
    }

    /** The entry, or null if these are not the bytes that were written at this key. */
    public @Nullable ByteEntry open(byte[] key) {
        return record.length > 0 && sum == sum(key, record) ? ByteEntry.of(record, null) : null;
    }

    /** What this and its key count against a bound in bytes. */
    static long weight(byte[] key, byte[] record) {
        return (long) key.length + record.length;
    }

    private static int sum(byte[] key, byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(key, 0, key.length);
        sum.update(record, 0, record.length);
        return (int) sum.getValue() ^ key.length;
    }
}
