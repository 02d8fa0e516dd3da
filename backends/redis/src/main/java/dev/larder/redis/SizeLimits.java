package dev.larder.redis;

import dev.larder.spi.Settings;

/**
 * How large things may be.
 *
 * @param maxKeyBytes longer keys are hashed, and their records bear them
 * @param scanCount how many keys, of whatever application, the server looks at in one step of an iteration
 */
record SizeLimits(int maxKeyBytes, int maxEntryBytes, int scanCount) {
    private static final int KEY_BYTES = 250;
    private static final int ENTRY_BYTES = 64 << 20;

    static SizeLimits of(Settings settings) {
        return new SizeLimits(
                KEY_BYTES,
                Math.toIntExact(settings.positive("max-entry-bytes", ENTRY_BYTES)),
                Math.toIntExact(settings.positive("scan-count", 1_000)));
    }
}
