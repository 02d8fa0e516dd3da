package dev.larder.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads eight bytes, big endian, as a number. */
final class Longs {
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Longs() {}

    static long read(byte[] bytes, int offset) {
        return (long) VIEW.get(bytes, offset);
    }
}
