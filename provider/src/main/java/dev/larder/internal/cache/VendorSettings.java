package dev.larder.internal.cache;

import dev.larder.CacheInterceptor;
import dev.larder.LarderConfiguration;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.ValueCodecOptions;
import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The settings of a cache beyond JSR-107, read and checked.
 *
 * @param valueCodecOptions how values become bytes, if the store takes bytes
 * @param interceptors run around every operation, the first outermost
 * @param refreshAhead how long before its expiry a read reloads an entry in the background, zero for never
 * @param grace how long entries stay after they have expired, zero for not at all
 * @param loadLease how long one JVM keeps the others from loading a key, zero for not at all
 */
public record VendorSettings(
        ValueCodecOptions valueCodecOptions,
        List<CacheInterceptor> interceptors,
        Duration refreshAhead,
        Duration grace,
        Duration loadLease) {
    private static final String REFRESH_AHEAD = "refresh-ahead";

    /**
     * Reads the core's settings of a cache.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    public static VendorSettings of(LarderConfiguration<?, ?> configuration, Settings settings, Codecs codecs) {
        Duration grace = grace(settings);
        ValueCodecOptions valueCodecOptions =
                codecs.valueCodecOptions(settings, configuration.getSerializer(), configuration.getCompressor());
        return new VendorSettings(
                valueCodecOptions.withGrace(grace.toMillis()),
                Interceptors.of(configuration.getInterceptors(), settings, codecs.classLoader()),
                refreshAhead(configuration, settings),
                grace,
                loadLease(settings));
    }

    /**
     * Checks the core's settings without a cache.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    public static void check(Settings settings, Codecs codecs) {
        grace(settings);
        loadLease(settings);
        refreshAhead(settings);
        codecs.valueCodecOptions(settings, null, null);
        Interceptors.check(settings, codecs.classLoader());
    }

    private static Duration grace(Settings settings) {
        return settings.duration("grace", Duration.ZERO);
    }

    private static Duration loadLease(Settings settings) {
        return settings.duration("load-lease", Duration.ZERO);
    }

    private static Duration refreshAhead(Settings settings) {
        return settings.duration(REFRESH_AHEAD, Duration.ZERO);
    }

    private static Duration refreshAhead(LarderConfiguration<?, ?> configuration, Settings settings) {
        Duration ahead = refreshAhead(settings);
        if (!ahead.isZero() && configuration.getCacheLoaderFactory() == null) {
            throw new IllegalArgumentException("setting '" + REFRESH_AHEAD
                    + "' reloads entries, but there is no loader; set a CacheLoader factory or leave the setting out");
        }
        return ahead;
    }
}
