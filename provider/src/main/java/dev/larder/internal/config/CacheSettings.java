package dev.larder.internal.config;

import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import java.util.Set;

/**
 * Separates the core's settings of a cache from those of its store. The store rejects settings that it does not know.
 */
public final class CacheSettings {
    /** In a configuration file these are directly under the cache's name. */
    static final Set<String> OWN = SettingNames.OF_CORE;

    private CacheSettings() {}

    /** The settings that the core reads. */
    public static Settings ofCore(Settings all) {
        return all.only(OWN::contains);
    }

    /** The settings that the store reads. */
    public static Settings ofStore(Settings all) {
        return all.only(name -> !OWN.contains(name));
    }
}
