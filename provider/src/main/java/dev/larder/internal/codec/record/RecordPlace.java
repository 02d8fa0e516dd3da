package dev.larder.internal.codec.record;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Computes the record place of each key of a cache: a number that the record's checksum includes. Thread-safe. */
public final class RecordPlace {
    private static final int OF_CACHE = 8;

    private final byte[] cache;

    public RecordPlace(String cache) {
        byte[] units = new byte[2 * cache.length()];
        Utf16Text.write(cache, units, 0);
        this.cache = Arrays.copyOf(KeyHash.sha256(units), OF_CACHE);
    }

    /**
     * @param key the encoded key in the store
     */
    public int of(byte[] key) {
        CRC32C sum = new CRC32C();
        sum.update(cache, 0, OF_CACHE);
        sum.update(key, 0, key.length);
        return (int) sum.getValue();
    }
}
