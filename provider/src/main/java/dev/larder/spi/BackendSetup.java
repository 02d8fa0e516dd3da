package dev.larder.spi;

import java.util.Properties;
import java.util.concurrent.Executor;

/**
 * The parameters for opening a backend.
 *
 * @param address where the data is stored, with the settings of its query part
 * @param clock the manager's clock
 * @param executor for background work; the backend must not close it
 * @param classLoader the manager's class loader, for classes named in settings
 * @param properties the manager's properties, in which an application may pass objects of its own; must not be changed
 */
public record BackendSetup(
        StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader, Properties properties) {

    /** Without properties. */
    public BackendSetup(StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader) {
        this(address, clock, executor, classLoader, new Properties());
    }
}
