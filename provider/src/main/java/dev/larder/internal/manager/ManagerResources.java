package dev.larder.internal.manager;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.config.CacheTemplates;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Backend;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the caches of one manager share. */
record ManagerResources(
        StoreAddress address,
        Settings defaults,
        CacheTemplates templates,
        Backend backend,
        Tags tags,
        Codecs codecs,
        Clock clock,
        BackgroundExecutor backgroundExecutor)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerResources.class);

    /** The settings of the address, including those of the core. */
    Settings settings() {
        return address.settings().overlaidBy(defaults);
    }

    /** Never throws: the manager is closed, and failures to release resources are logged. */
    @Override
    public void close() {
        try {
            backend.close();
        } catch (RuntimeException failure) {
            LOG.warn("the store at {} did not close cleanly", address, failure);
        } finally {
            backgroundExecutor.close();
        }
    }
}
