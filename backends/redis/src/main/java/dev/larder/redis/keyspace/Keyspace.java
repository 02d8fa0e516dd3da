package dev.larder.redis.keyspace;

import dev.larder.spi.ByteKey;
import org.jspecify.annotations.Nullable;

/** Which keys of the server belong to a cache. Its entries are divided into buckets; each bucket has a clear stamp. */
public interface Keyspace {

    int buckets();

    int bucket(ByteKey key);

    /** The server key of an entry. */
    byte[] entryKey(ByteKey key);

    /** The server key of a bucket's clear stamp. */
    byte[] stampKey(int bucket);

    /** The channel for change events. */
    byte[] channel();

    /** A pattern that matches the keys of all entries and few others. */
    byte[] pattern();

    /** The entry key at a server key; null if that is not an entry of this cache. */
    @Nullable
    ByteKey keyOf(byte[] key);
}
