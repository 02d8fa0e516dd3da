package dev.larder.memcached.entry;

import dev.larder.memcached.protocol.Item;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What makes a server's records of a cache valid: those that bear this seal are, no others.
 *
 * @param seal random, never given twice; never 0
 * @param era the cache's last {@code clear} that this server has heard of
 * @param marked whether entries may have lifetimes of their own, see {@link OwnLifetimeMark}
 */
public record ClearStamp(long seal, long era, boolean marked) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte MARK = '+';

    /** One that never was before. */
    static ClearStamp fresh(long era, boolean marked) {
        long seal = RANDOM.nextLong();
        return seal == 0 ? fresh(era, marked) : new ClearStamp(seal, era, marked);
    }

    /** The stamp in what a server gave; null if there is none. */
    static @Nullable ClearStamp of(@Nullable Item item) {
        if (item == null) {
            return null;
        }
        int length = item.rest().length;
        boolean isStamp = length == Long.BYTES || length == Long.BYTES + 1;
        return isStamp
                ? new ClearStamp(item.seal(), ByteBuffer.wrap(item.rest()).getLong(), length > Long.BYTES)
                : null;
    }

    /** The same, marked. */
    ClearStamp mark() {
        return new ClearStamp(seal, era, true);
    }

    byte[] rest() {
        ByteBuffer rest = ByteBuffer.allocate(Long.BYTES + (marked ? 1 : 0)).putLong(era);
        return marked ? rest.put(MARK).array() : rest.array();
    }
}
