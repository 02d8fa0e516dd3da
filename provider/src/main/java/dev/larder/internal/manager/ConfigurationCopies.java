package dev.larder.internal.manager;

import dev.larder.LarderConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;

/** Copies and checks the configuration that the application passes. */
final class ConfigurationCopies {
    private ConfigurationCopies() {}

    /** A complete copy of its own. */
    static <K, V> LarderConfiguration<K, V> copyOf(Configuration<K, V> requested) {
        if (requested instanceof CompleteConfiguration<K, V> complete) {
            return new LarderConfiguration<>(complete);
        }
        LarderConfiguration<K, V> copy = new LarderConfiguration<>();
        copy.setTypes(requested.getKeyType(), requested.getValueType());
        return copy.setStoreByValue(requested.isStoreByValue());
    }

    /**
     * Rejects a contradictory configuration.
     *
     * @throws IllegalArgumentException saying what to change
     */
    static void check(CompleteConfiguration<?, ?> configuration) {
        if (configuration.getKeyType() == null || configuration.getValueType() == null) {
            throw new IllegalArgumentException("the key type or the value type is null; use Object.class for any");
        }
        if (configuration.isReadThrough() && configuration.getCacheLoaderFactory() == null) {
            throw new IllegalArgumentException(
                    "read-through is on but there is no loader; set a CacheLoader factory or switch it off");
        }
        if (configuration.isWriteThrough() && configuration.getCacheWriterFactory() == null) {
            throw new IllegalArgumentException(
                    "write-through is on but there is no writer; set a CacheWriter factory or switch it off");
        }
    }
}
