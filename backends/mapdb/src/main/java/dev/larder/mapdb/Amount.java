package dev.larder.mapdb;

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

    @Override
    public String toString() {
        return entries + " " + bytes;
    }
}
