package dev.larder.redis.entry;

import dev.larder.spi.ByteEntry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a record lies on the server: as the core made it, and in the room that it has for the store stands the stamp
 * that the cache had when it was written. Whose stamp is not the cache's present one is no entry any more.
 */
public final class ClearStampField {
    static final int STAMP = ByteEntry.ROOM;
    private static final int AT = ByteEntry.ROOM_OFFSET;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ClearStampField() {}

    /** The record of an entry, which bears this stamp from now on. */
    static byte[] sealed(byte[] stamp, ByteEntry entry) {
        byte[] record = entry.bytes();
        System.arraycopy(stamp, 0, record, AT, STAMP);
        return record;
    }

    /** The entry in what the server gave; null if there is none, or one of before a {@code clear}. */
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

    /** Whether records under the one stamp are entries under the other: what follows the seal in a stamp is only said along. */
    static boolean isSame(byte[] stamp, byte[] other) {
        return Arrays.equals(stamp, 0, Math.min(STAMP, stamp.length), other, 0, Math.min(STAMP, other.length));
    }

    public static byte[] ofLong(long number) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, number);
        return bytes;
    }
}
