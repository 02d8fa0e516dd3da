package dev.larder.redis.entry;

import dev.larder.spi.ByteEntry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The field of a record that holds the clear stamp which the cache had when the record was written. The core
 * reserves its room in the record's header. A record with another stamp than the cache's current one is not an
 * entry.
 */
public final class ClearStampField {
    static final int LENGTH = ByteEntry.ROOM;
    private static final int OFFSET = ByteEntry.ROOM_OFFSET;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ClearStampField() {}

    /** The record of an entry, with this stamp written into it. Changes the entry's own array. */
    static byte[] stamped(byte[] stamp, ByteEntry entry) {
        byte[] record = entry.bytes();
        System.arraycopy(stamp, 0, record, OFFSET, LENGTH);
        return record;
    }

    /** The entry in an answer; null if there is none, or if it was written before a {@code clear}. */
    static @Nullable ByteEntry entryOf(@Nullable Object stamp, @Nullable Object record) {
        return stamp instanceof byte[] current && record instanceof byte[] found && hasStamp(found, current)
                ? ByteEntry.of(found, null)
                : null;
    }

    private static boolean hasStamp(byte[] record, byte[] stamp) {
        return record.length >= OFFSET + LENGTH
                && stamp.length >= LENGTH
                && Arrays.equals(record, OFFSET, OFFSET + LENGTH, stamp, 0, LENGTH);
    }

    /**
     * Whether two stamps are equal in their first eight bytes. The byte that may follow is not part of the
     * comparison.
     */
    static boolean isSameStamp(byte[] stamp, byte[] other) {
        return Arrays.equals(stamp, 0, Math.min(LENGTH, stamp.length), other, 0, Math.min(LENGTH, other.length));
    }

    public static byte[] ofLong(long number) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, number);
        return bytes;
    }
}
