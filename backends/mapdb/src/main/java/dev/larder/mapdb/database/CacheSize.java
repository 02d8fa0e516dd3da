package dev.larder.mapdb.database;

import org.jspecify.annotations.Nullable;

/**
 * The size of a cache.
 *
 * @param entries the number of entries
 * @param bytes the bytes of all keys and records together
 */
public record CacheSize(long entries, long bytes) {

    public static final CacheSize NONE = new CacheSize(0, 0);

    public static CacheSize parse(String text) {
        int blank = text.indexOf(' ');
        return new CacheSize(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
    }

    // Written out, because Java 17 caches the class of the last record whose generated equals it called: a leak.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheSize that && that.entries == entries && that.bytes == bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * entries + bytes);
    }

    @Override
    public String toString() {
        return entries + " " + bytes;
    }
}
