package dev.larder.redis.keyspace;

import dev.larder.redis.command.Bytes;
import dev.larder.redis.command.SlotHashTags;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Wtf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a cache in a cluster: entries such as {@code larder:books:{17}:978-0}, and clear stamps such as
 * {@code larder:books:{17}}. The hash tag in braces decides which node has a key. So an entry and its bucket's
 * stamp are on the same node, and the buckets spread evenly over the slots.
 */
public final class ClusterKeyspace implements Keyspace {
    /** A power of two. It must be the same in every JVM and never change: it decides where an entry is looked for. */
    public static final int BUCKETS = SlotHashTags.BUCKETS;

    private static final int HASH_MULTIPLIER = 0x9E3779B9;
    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS);

    private final byte[][] stamps = new byte[BUCKETS][];
    private final byte[][] entryPrefixes = new byte[BUCKETS][];
    private final byte[] channel;
    private final byte[] pattern;

    /**
     * @param cache the prefix and the encoded name
     */
    public ClusterKeyspace(String cache) {
        for (int i = 0; i < BUCKETS; i++) {
            String stamp = cache + ":{" + SlotHashTags.ofBucket(i) + "}";
            stamps[i] = Wtf8.encode(stamp);
            entryPrefixes[i] = Wtf8.encode(stamp + ":");
        }
        channel = Wtf8.encode(cache);
        pattern = Wtf8.encode(GlobPattern.literal(cache) + ":{*}:*");
    }

    @Override
    public int buckets() {
        return BUCKETS;
    }

    @Override
    public int bucket(ByteKey key) {
        return (key.hashCode() * HASH_MULTIPLIER) >>> SHIFT;
    }

    @Override
    public byte[] entryKey(ByteKey key) {
        return Bytes.concat(entryPrefixes[bucket(key)], key.bytes());
    }

    @Override
    public byte[] stampKey(int bucket) {
        return stamps[bucket];
    }

    @Override
    public byte[] channel() {
        return channel;
    }

    @Override
    public byte[] pattern() {
        return pattern;
    }

    @Override
    public @Nullable ByteKey keyOf(byte[] key) {
        int end = Bytes.indexOf(key, (byte) '}');
        if (end < 0 || end + 2 > key.length) {
            return null;
        }
        ByteKey found = new ByteKey(Arrays.copyOfRange(key, end + 2, key.length));
        return Bytes.startsWith(key, entryPrefixes[bucket(found)]) ? found : null;
    }
}
