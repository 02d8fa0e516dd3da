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
    private final byte[] start;
    private final byte[] pattern;

    /**
     * @param cache the prefix and the encoded name
     */
    public SingleServerKeyspace(String cache) {
        stamp = Wtf8.encode(cache);
        start = Wtf8.encode(cache + ":");
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
    public byte[] entry(ByteKey key) {
        return Bytes.joined(start, key.bytes());
    }

    @Override
    public byte[] stamp(int bucket) {
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
    public @Nullable ByteKey keyAt(byte[] key) {
        return Bytes.beginsWith(key, start) ? new ByteKey(Arrays.copyOfRange(key, start.length, key.length)) : null;
    }
}
