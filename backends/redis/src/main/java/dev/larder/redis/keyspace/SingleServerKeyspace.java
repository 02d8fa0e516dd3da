package dev.larder.redis.keyspace;

import dev.larder.redis.command.Bytes;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Wtf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a cache on a single server: entries such as {@code larder:books:978-0}, and the clear stamp
 * {@code larder:books}.
 */
public final class SingleServerKeyspace implements Keyspace {
    private final byte[] stamp;
    private final byte[] entryPrefix;
    private final byte[] pattern;

    /**
     * @param cache the prefix and the encoded name
     */
    public SingleServerKeyspace(String cache) {
        stamp = Wtf8.encode(cache);
        entryPrefix = Wtf8.encode(cache + ":");
        pattern = Wtf8.encode(GlobPattern.literal(cache) + ":*");
    }

    @Override
    public int buckets() {
        return 1;
    }

    @Override
    public int bucket(ByteKey key) {
        return 0;
    }

    @Override
    public byte[] entryKey(ByteKey key) {
        return Bytes.concat(entryPrefix, key.bytes());
    }

    @Override
    public byte[] stampKey(int bucket) {
        return stamp;
    }

    @Override
    public byte[] channel() {
        return stamp;
    }

    @Override
    public byte[] pattern() {
        return pattern;
    }

    @Override
    public @Nullable ByteKey keyOf(byte[] key) {
        return Bytes.startsWith(key, entryPrefix)
                ? new ByteKey(Arrays.copyOfRange(key, entryPrefix.length, key.length))
                : null;
    }
}
