package dev.larder.memcached;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What makes a server's records of a cache valid: those that bear this seal are, no others.
 *
 * @param seal random, never given twice; never 0
 * @param era the cache's last {@code clear} that this server has heard of
 */
record Stamp(long seal, long era) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that never was before. */
    static Stamp fresh(long era) {
        long seal = RANDOM.nextLong();
        return seal == 0 ? fresh(era) : new Stamp(seal, era);
    }

    /** The stamp in what a server gave; null if there is none. */
    static @Nullable Stamp of(@Nullable Found found) {
        return found == null || found.rest().length != Long.BYTES
                ? null
                : new Stamp(found.seal(), ByteBuffer.wrap(found.rest()).getLong());
    }

    byte[] rest() {
        return ByteBuffer.allocate(Long.BYTES).putLong(era).array();
    }
}
