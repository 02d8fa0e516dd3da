package dev.larder.redis;

import dev.larder.spi.ByteEntry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a record lies on the server: the stamp that the cache had when it was written, 8 bytes, then the
 * record as the core made it. Whose stamp is not the cache's present one is no entry any more.
 */
final class Seal {
    static final int STAMP = 8;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Seal() {}

    static byte[] sealed(byte[] stamp, ByteEntry entry) {
        return Bytes.joined(stamp, entry.bytes());
    }

    /** The entry in what the server gave; null if there is none, or one of before a {@code clear}. */
    static @Nullable ByteEntry opened(@Nullable Object stamp, @Nullable Object record) {
        return stamp instanceof byte[] current && record instanceof byte[] found && Bytes.beginsWith(found, current)
                ? ByteEntry.of(Arrays.copyOfRange(found, STAMP, found.length), null)
                : null;
    }

    static byte[] ofLong(long number) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, number);
        return bytes;
    }
}
