package dev.larder.mapdb.setting;

import dev.larder.spi.Settings;

/**
 * The bound of one cache: beyond it, entries are evicted.
 *
 * @param entries the largest number of entries
 * @param bytes the largest number of bytes of all keys and records together
 */
public record Bound(long entries, long bytes) {
    static final String MAX_ENTRIES = "max-entries";
    static final String MAX_BYTES = "max-bytes";
    private static final String UNBOUNDED = "unbounded";
    private static final Bound NONE = new Bound(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Reads the bound from settings. If they set neither entries nor bytes, the bound is {@code defaultBytes} bytes.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    public static Bound of(Settings settings, long defaultBytes) {
        boolean hasNoEntryBound = isFree(settings, MAX_ENTRIES);
        long entries = hasNoEntryBound ? NONE.entries : settings.positive(MAX_ENTRIES, NONE.entries);
        boolean isUnset = settings.text(MAX_ENTRIES) == null && settings.text(MAX_BYTES) == null;
        if (isFree(settings, MAX_BYTES)) {
            return new Bound(entries, NONE.bytes);
        }
        return new Bound(entries, settings.bytes(MAX_BYTES, isUnset ? defaultBytes : NONE.bytes, NONE.bytes));
    }

    /** Whether this many entries or bytes exceed the bound. */
    public boolean isExceeded(long entryCount, long byteCount) {
        return entryCount > entries || byteCount > bytes;
    }

    public boolean isUnbounded() {
        return entries == NONE.entries && bytes == NONE.bytes;
    }

    private static boolean isFree(Settings settings, String name) {
        return UNBOUNDED.equals(settings.text(name));
    }
}
