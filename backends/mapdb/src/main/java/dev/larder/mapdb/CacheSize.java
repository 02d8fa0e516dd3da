package dev.larder.mapdb;

import org.jspecify.annotations.Nullable;

/**
 * How much a cache holds.
 *
 * @param entries number of entries
 * @param bytes of keys and records together
 */
public record CacheSize(long entries, long bytes) {

    public static final CacheSize NONE = new CacheSize(0, 0);

    public static CacheSize parse(String text) {
        int blank = text.indexOf(' ');
        return new CacheSize(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
    }

    // As in any record, but written out: Java 17 keeps the class of the record whose own it called last.
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
