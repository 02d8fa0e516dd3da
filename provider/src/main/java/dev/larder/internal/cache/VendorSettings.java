package dev.larder.internal.cache;

import dev.larder.CacheInterceptor;
import dev.larder.LarderConfiguration;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.ValueCodecOptions;
import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.List;

/**
 * What a cache is configured with beyond the standard, read and checked.
 *
 * @param valueCodecOptions how its values become bytes, where its store takes bytes
 * @param interceptors stand around every operation, the first outermost
 * @param loadLease how long one JVM keeps the others from loading a key, zero for not at all
 * @param grace how long entries stay after they have expired, zero for not at all
 * @param refreshAhead how long before its expiry a read has an entry loaded anew, zero for never
 */
public record VendorSettings(
        ValueCodecOptions valueCodecOptions,
        List<CacheInterceptor> interceptors,
        Duration refreshAhead,
        Duration grace,
        Duration loadLease) {
    private static final String GRACE = "grace";
    private static final String LOAD_LEASE = "load-lease";
    private static final String REFRESH_AHEAD = "refresh-ahead";

    /**
     * Reads the core's settings of a cache.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    public static VendorSettings of(LarderConfiguration<?, ?> configuration, Settings settings, Codecs codecs) {
        Duration grace = settings.duration(GRACE, Duration.ZERO);
        ValueCodecOptions valueCodecOptions =
                codecs.coding(settings, configuration.getSerializer(), configuration.getCompressor());
        return new VendorSettings(
                valueCodecOptions.withGrace(grace.toMillis()),
                Interceptors.of(configuration.getInterceptors(), settings, codecs.classLoader()),
                refreshAhead(configuration, settings),
                grace,
                settings.duration(LOAD_LEASE, Duration.ZERO));
    }

    private static Duration refreshAhead(LarderConfiguration<?, ?> configuration, Settings settings) {
        Duration ahead = settings.duration(REFRESH_AHEAD, Duration.ZERO);
        if (!ahead.isZero() && configuration.getCacheLoaderFactory() == null) {
            throw new IllegalArgumentException(
                    "setting '" + REFRESH_AHEAD
                            + "' asks for entries to be loaded anew, but there is no loader; set a CacheLoader factory or leave it out");
        }
        return ahead;
    }
}
