package dev.larder.tck;

import java.net.URI;
import javax.cache.Caching;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;

/**
 * What was tested, as it says itself.
 *
 * @param provider the class of the caching provider
 * @param manager the URI of its default manager
 * @param byReference whether it says that it can store by reference
 */
record Subject(String provider, String manager, boolean byReference) {

    /** Asks the one provider on the class path. */
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
