package dev.larder.redis.keyspace;

import dev.larder.spi.ByteKey;
import java.util.Arrays;

/**
 * Remembers which keys have been seen, by a 64-bit fingerprint of each. Two different keys have the same
 * fingerprint about once in 2^64 pairs. Not thread-safe.
 */
public final class SeenKeys {
    private static final int FIRST_SIZE = 1 << 8;

    private long[] slots = new long[FIRST_SIZE];
    private int size;

    /** Adds a key. Returns whether it is new. */
    public boolean add(ByteKey key) {
        if (!insert(slots, fingerprint(key.bytes()))) {
            return false;
        }
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(each -> each != 0).forEach(each -> insert(larger, each));
        slots = larger;
    }

    private static boolean insert(long[] into, long fingerprint) {
        int mask = into.length - 1;
        int at = (int) fingerprint & mask;
        while (into[at] != 0) {
            if (into[at] == fingerprint) {
                return false;
            }
            at = (at + 1) & mask;
        }
        into[at] = fingerprint;
        return true;
    }

    // Multiplies and folds byte by byte. Never 0, which marks an empty slot.
    private static long fingerprint(byte[] bytes) {
        long hash = 0x9E3779B97F4A7C15L ^ bytes.length;
        for (byte each : bytes) {
            hash = (hash ^ each) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        hash *= 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
