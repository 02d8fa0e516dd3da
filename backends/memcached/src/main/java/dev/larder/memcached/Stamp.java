package dev.larder.memcached;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What makes a server's records of a cache valid: those that bear this seal are, no others.
 *
 * @param seal random, never given twice; never 0
 * @param era the cache's last {@code clear} that this server has heard of
 * @param marked whether entries may have lifetimes of their own, see {@link OwnLifetimes}
 */
record Stamp(long seal, long era, boolean marked) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte MARK = '+';

    /** One that never was before. */
    static Stamp fresh(long era, boolean marked) {
        long seal = RANDOM.nextLong();
        return seal == 0 ? fresh(era, marked) : new Stamp(seal, era, marked);
    }

    /** The stamp in what a server gave; null if there is none. */
    static @Nullable Stamp of(@Nullable Found found) {
        if (found == null) {
            return null;
        }
        int length = found.rest().length;
        boolean isStamp = length == Long.BYTES || length == Long.BYTES + 1;
        return isStamp ? new Stamp(found.seal(), ByteBuffer.wrap(found.rest()).getLong(), length > Long.BYTES) : null;
    }

    /** The same, marked. */
    Stamp mark() {
        return new Stamp(seal, era, true);
    }

    byte[] rest() {
        ByteBuffer rest = ByteBuffer.allocate(Long.BYTES + (marked ? 1 : 0)).putLong(era);
        return marked ? rest.put(MARK).array() : rest.array();
    }
}
