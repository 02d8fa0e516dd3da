package dev.larder.internal.config;

import dev.larder.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which settings of a cache are the core's own; the others are its store's, which refuses those that it does not know. */
public final class CacheSettings {
    /** In a configuration file these stand directly under the cache's name. */
    static final List<String> OWN = List.of(
            "serializer", "compressor", "compress-above", "interceptors", "refresh-ahead", "grace", "load-lease");

    private CacheSettings() {}

    /** Those that the core reads. */
    public static Settings ofCore(Settings all) {
        return only(all, OWN::contains);
    }

    /** Those that the store reads. */
    public static Settings ofStore(Settings all) {
        return only(all, name -> !OWN.contains(name));
    }

    private static Settings only(Settings all, Predicate<String> names) {
        Map<String, String> some = new TreeMap<>(all.asMap());
        some.keySet().removeIf(names.negate());
        return Settings.of(some);
    }
}
