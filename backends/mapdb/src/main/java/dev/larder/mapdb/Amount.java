package dev.larder.mapdb;

import org.jspecify.annotations.Nullable;

/**
 * How much a cache holds.
 *
 * @param entries number of entries
 * @param bytes of keys and records together
 */
record Amount(long entries, long bytes) {

    static final Amount NONE = new Amount(0, 0);

    static Amount parse(String text) {
        int blank = text.indexOf(' ');
        return new Amount(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
    }

    // As in any record, but written out: Java 17 keeps the class of the record whose own it called last.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Amount that && that.entries == entries && that.bytes == bytes;
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
