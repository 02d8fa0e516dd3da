package dev.larder.spi;

import java.util.Properties;
import java.util.concurrent.Executor;

/**
 * What a backend is opened with.
 *
 * @param address where the data lives, with the settings of its query part
 * @param clock the manager's clock
 * @param executor for background work; not the backend's to close
 * @param classLoader the manager's class loader, for classes named in settings
 * @param properties the manager's properties, in which an application may hand over objects of its own; not to be
 *     changed
 */
public record BackendSetup(
        StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader, Properties properties) {

    /** Without properties. */
    public BackendSetup(StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader) {
        this(address, clock, executor, classLoader, new Properties());
    }
}
