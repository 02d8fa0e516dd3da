package dev.larder.internal.cache;

import dev.larder.CacheInterceptor;
import dev.larder.LarderConfiguration;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Coding;
import dev.larder.spi.Settings;
import java.util.List;

/**
 * What a cache is configured with beyond the standard, read and checked.
 *
 * @param coding how its values become bytes, where its store takes bytes
 * @param interceptors stand around every operation, the first outermost
 */
public record Additions(Coding coding, List<CacheInterceptor> interceptors) {

    /**
     * Reads the core's settings of a cache.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is allowed
     */
    public static Additions of(LarderConfiguration<?, ?> configuration, Settings settings, Codecs codecs) {
        return new Additions(
                codecs.coding(settings, configuration.getSerializer(), configuration.getCompressor()),
                Interceptors.of(configuration.getInterceptors(), settings, codecs.classLoader()));
    }
}
