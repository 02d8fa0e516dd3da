package dev.larder.internal.manager;

import dev.larder.internal.cache.StandardCache;
import dev.larder.internal.management.CacheBeans;
import java.net.URI;
import javax.cache.configuration.CompleteConfiguration;

/** A cache and its beans. */
record OpenCache(StandardCache<?, ?> cache, CacheBeans beans) {

    static OpenCache of(URI manager, StandardCache<?, ?> cache) {
        return new OpenCache(cache, new CacheBeans(manager, cache, cache.statistics()));
    }

    /** Registers the beans that the cache's configuration asks for. */
    void show() {
        CompleteConfiguration<?, ?> configuration = cache.getConfiguration(CompleteConfiguration.class);
        beans.showConfiguration(configuration.isManagementEnabled());
        beans.showStatistics(configuration.isStatisticsEnabled());
    }

    void enableManagement(boolean on) {
        cache.enableManagement(on);
        beans.showConfiguration(on);
    }

    void enableStatistics(boolean on) {
        cache.enableStatistics(on);
        beans.showStatistics(on);
    }
}
