package dev.larder.redis;

import dev.larder.spi.Settings;

/**
 * The size limits of a cache.
 *
 * @param maxKeyBytes longer keys are hashed, and their records contain the whole key
 * @param maxEntryBytes the largest record in bytes
 * @param scanCount how many keys, of any application, the server visits in one step of an iteration
 */
record SizeLimits(int maxKeyBytes, int maxEntryBytes, int scanCount) {
    private static final int KEY_BYTES = 250;
    private static final int ENTRY_BYTES = 64 << 20;

    static SizeLimits of(Settings settings) {
        return new SizeLimits(
                KEY_BYTES,
                (int) settings.bytes("max-entry-bytes", ENTRY_BYTES, Integer.MAX_VALUE),
                settings.positiveInt("scan-count", 1_000));
    }
}
