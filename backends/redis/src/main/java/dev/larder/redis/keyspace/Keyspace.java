package dev.larder.redis.keyspace;

import dev.larder.spi.ByteKey;
import org.jspecify.annotations.Nullable;

/** Which keys of the server belong to a cache. Its entries lie in buckets; each bucket bears the cache's stamp. */
public interface Keyspace {

    int buckets();

    int bucket(ByteKey key);

    /** The server's key of an entry. */
    byte[] entry(ByteKey key);

    /** The server's key of a bucket's stamp. */
    byte[] stamp(int bucket);

    /** Where what befalls the entries is told. */
    byte[] channel();

    /** What the keys of all entries match, and few others. */
    byte[] pattern();

    /** The key of the entry at a key of the server; null if it is no entry of this cache. */
    @Nullable
    ByteKey keyAt(byte[] key);
}
