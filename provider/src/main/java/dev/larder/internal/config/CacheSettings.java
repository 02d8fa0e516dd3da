package dev.larder.internal.config;

import dev.larder.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Separates the core's settings of a cache from those of its store. The store rejects settings that it does not know.
 */
public final class CacheSettings {
    /** In a configuration file these are directly under the cache's name. */
    static final List<String> OWN = List.of(
            "serializer", "compressor", "compress-above", "interceptors", "refresh-ahead", "grace", "load-lease");

    private CacheSettings() {}

    /** The settings that the core reads. */
    public static Settings ofCore(Settings all) {
        return only(all, OWN::contains);
    }

    /** The settings that the store reads. */
    public static Settings ofStore(Settings all) {
        return only(all, name -> !OWN.contains(name));
    }

    private static Settings only(Settings all, Predicate<String> names) {
        Map<String, String> some = new TreeMap<>(all.asMap());
        some.keySet().removeIf(names.negate());
        return Settings.of(some);
    }
}
