package dev.larder.mapdb.database;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.Serializer;

/** Writes keys unchanged. The hash is part of the file format: it determines where in a map a key is. */
final class KeySerializer implements Serializer<byte[]> {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    @Override
    public void serialize(DataOutput2 out, byte[] key) throws IOException {
        out.packInt(key.length);
        out.write(key);
    }

    @Override
    public byte[] deserialize(DataInput2 in, int available) throws IOException {
        int length = in.unpackInt();
        if (length < 0 || length > CacheMap.MAX_KEY_BYTES) {
            throw new IOException("a key of " + length + " bytes: the file is damaged");
        }
        byte[] key = new byte[length];
        in.readFully(key);
        return key;
    }

    @Override
    public int hashCode(byte[] key, int seed) {
        long hash = seed ^ key.length;
        int at = 0;
        for (; at + Long.BYTES <= key.length; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONG.get(key, at));
        }
        for (; at < key.length; at++) {
            hash = (hash ^ key[at]) * PRIME;
        }
        return (int) (mixed(hash) >>> Integer.SIZE);
    }

    @Override
    public boolean equals(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    @Override
    public boolean isTrusted() {
        return true;
    }

    private static long mixed(long hash) {
        long product = hash * PRIME;
        return (product ^ (product >>> 29)) * PRIME;
    }
}
