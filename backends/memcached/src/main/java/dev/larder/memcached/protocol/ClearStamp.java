package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The clear stamp of a cache on one server. Only records that hold its seal are entries.
 *
 * @param stamp random, never used twice, never 0
 * @param clearId identifies the cache's latest {@code clear} that this server took part in
 * @param marked whether entries may have lifetimes of their own
 */
public record ClearStamp(long stamp, long clearId, boolean marked) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte MARK = '+';

    /** A new stamp with a random seal. */
    public static ClearStamp fresh(long era, boolean marked) {
        long seal = RANDOM.nextLong();
        return seal == 0 ? fresh(era, marked) : new ClearStamp(seal, era, marked);
    }

    /** The stamp in an item; null if there is none. */
    public static @Nullable ClearStamp of(@Nullable Item item) {
        if (item == null) {
            return null;
        }
        int length = item.rest().length;
        boolean isStamp = length == Long.BYTES || length == Long.BYTES + 1;
        return isStamp
                ? new ClearStamp(item.stamp(), ByteBuffer.wrap(item.rest()).getLong(), length > Long.BYTES)
                : null;
    }

    /** This stamp with the mark. */
    public ClearStamp mark() {
        return new ClearStamp(stamp, clearId, true);
    }

    public byte[] rest() {
        ByteBuffer rest = ByteBuffer.allocate(Long.BYTES + (marked ? 1 : 0)).putLong(clearId);
        return marked ? rest.put(MARK).array() : rest.array();
    }
}
