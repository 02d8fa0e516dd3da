package dev.larder.mapdb.database;

import dev.larder.spi.ByteEntry;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record as the database stores it, with a checksum over key and record. Neither a damaged record nor another key's
 * record is ever returned.
 *
 * @param sum the checksum
 * @param record the bytes; they must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public // never compared
record ChecksummedRecord(int sum, byte[] record) {
    /** The result of reading bytes that cannot be a record. */
    static final ChecksummedRecord DAMAGED = new ChecksummedRecord(0, new byte[0]);

    static ChecksummedRecord of(byte[] key, byte[] record) {
        return new ChecksummedRecord(sum(key, record), record);
    }

    /** Returns the entry, or null if these are not the bytes that were written for this key. */
    public @Nullable ByteEntry open(byte[] key) {
        return record.length > 0 && sum == sum(key, record) ? ByteEntry.of(record, null) : null;
    }

    /** What an entry counts against a bound in bytes. */
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
