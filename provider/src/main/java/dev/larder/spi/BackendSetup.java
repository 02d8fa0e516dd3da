package dev.larder.spi;

import java.util.Map;
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
 * @param caches the settings of caches that a configuration file names, by their names or patterns, to be checked
 *     before any of them is created; see {@link SettingNames#check(BackendSetup, java.util.function.Consumer)}
 */
public record BackendSetup(
        StoreAddress address,
        Clock clock,
        Executor executor,
        ClassLoader classLoader,
        Properties properties,
        Map<String, Settings> caches) {

    /** Without caches of a configuration file. */
    public BackendSetup(
            StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader, Properties properties) {
        this(address, clock, executor, classLoader, properties, Map.of());
    }

    /** Without properties. */
    public BackendSetup(StoreAddress address, Clock clock, Executor executor, ClassLoader classLoader) {
        this(address, clock, executor, classLoader, new Properties());
    }
}
