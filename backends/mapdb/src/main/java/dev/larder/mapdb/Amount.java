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

    static @Nullable Amount parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int blank = text.indexOf(' ');
        return new Amount(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
    }

    @Override
    public String toString() {
        return entries + " " + bytes;
    }
}
