package dev.larder.tck;

import java.net.URI;
import javax.cache.Caching;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;

/**
 * What was tested, according to the provider.
 *
 * @param provider the class name of the caching provider
 * @param manager the URI of its default manager
 * @param byReference whether it states support for store-by-reference
 */
record Subject(String provider, String manager, boolean byReference) {

    /** Asks the only provider on the class path. */
    static Subject ask() {
        try {
            CachingProvider provider = Caching.getCachingProvider();
            URI manager = provider.getCacheManager().getURI();
            return new Subject(
                    provider.getClass().getName(),
                    Address.shown(String.valueOf(manager)),
                    provider.isSupported(OptionalFeature.STORE_BY_REFERENCE));
        } catch (RuntimeException | LinkageError broken) {
            return new Subject("none: " + broken, "none", false);
        }
    }
}
