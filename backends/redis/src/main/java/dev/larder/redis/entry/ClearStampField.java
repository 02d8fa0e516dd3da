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
    static final int STAMP = ByteEntry.ROOM;
    private static final int AT = ByteEntry.ROOM_OFFSET;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ClearStampField() {}

    /** The record of an entry, with this stamp written into it. Changes the entry's own array. */
    static byte[] sealed(byte[] stamp, ByteEntry entry) {
        byte[] record = entry.bytes();
        System.arraycopy(stamp, 0, record, AT, STAMP);
        return record;
    }

    /** The entry in an answer; null if there is none, or if it was written before a {@code clear}. */
    static @Nullable ByteEntry opened(@Nullable Object stamp, @Nullable Object record) {
        return stamp instanceof byte[] current && record instanceof byte[] found && bears(found, current)
                ? ByteEntry.of(found, null)
                : null;
    }

    private static boolean bears(byte[] record, byte[] stamp) {
        return record.length >= AT + STAMP
                && stamp.length >= STAMP
                && Arrays.equals(record, AT, AT + STAMP, stamp, 0, STAMP);
    }

    /**
     * Whether two stamps are equal in their first eight bytes. The byte that may follow is not part of the
     * comparison.
     */
    static boolean isSame(byte[] stamp, byte[] other) {
        return Arrays.equals(stamp, 0, Math.min(STAMP, stamp.length), other, 0, Math.min(STAMP, other.length));
    }

    public static byte[] ofLong(long number) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, number);
        return bytes;
    }
}
