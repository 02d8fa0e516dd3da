package dev.larder.mapdb;

import dev.larder.spi.Settings;

/**
 * What keeps one cache from growing for ever.
 *
 * @param entries how many entries at most
 * @param bytes how many bytes of keys and records together at most
 */
public record Bound(long entries, long bytes) {
    static final String MAX_ENTRIES = "max-entries";
    static final String MAX_BYTES = "max-bytes";
    private static final String UNBOUNDED = "unbounded";
    private static final Bound NONE = new Bound(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Reads it; where nothing is said, {@code presetBytes} bytes.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Bound of(Settings settings, long presetBytes) {
        boolean freely = isFree(settings, MAX_ENTRIES);
        long entries = freely ? NONE.entries : settings.positive(MAX_ENTRIES, NONE.entries);
        boolean silent = settings.text(MAX_ENTRIES) == null && settings.text(MAX_BYTES) == null;
        if (isFree(settings, MAX_BYTES)) {
            return new Bound(entries, NONE.bytes);
        }
        return new Bound(entries, ByteSize.of(settings, MAX_BYTES, silent ? presetBytes : NONE.bytes));
    }

    /** Whether that many are too many. */
    public boolean isPassed(long thoseEntries, long thoseBytes) {
        return thoseEntries > entries || thoseBytes > bytes;
    }

    public boolean isNone() {
        return entries == NONE.entries && bytes == NONE.bytes;
    }

    private static boolean isFree(Settings settings, String name) {
        return UNBOUNDED.equals(settings.text(name));
    }
}
