package dev.larder;

import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/**
 * The standard's {@link MutableConfiguration} with what Larder's stores can be told about one cache:
 * bounds, say. A setting made here wins over the same one in a configuration file, which wins over
 * that of the store's address.
 *
 * <p>Two configurations are equal if the standard calls them so and their settings are the same. Not
 * thread-safe; a cache takes a copy.
 */
public class LarderConfiguration<K, V> extends MutableConfiguration<K, V> {
    private static final long serialVersionUID = 1L;
    private static final String MAX_ENTRIES = "max-entries";

    private final TreeMap<String, String> settings = new TreeMap<>();
    private transient @Nullable Serializer serializer;
    private transient @Nullable Compressor compressor;

    /** The standard's defaults and no settings. */
    public LarderConfiguration() {}

    /** A copy, with the settings if the other is a {@code LarderConfiguration} too. */
    public LarderConfiguration(CompleteConfiguration<K, V> other) {
        super(other);
        if (other instanceof LarderConfiguration<K, V> larder) {
            settings.putAll(larder.settings);
            serializer = larder.serializer;
            compressor = larder.compressor;
        }
    }

    /**
     * Bounds this cache: beyond so many entries the store drops those least worth keeping.
     *
     * @throws IllegalArgumentException unless {@code entries} is above zero
     */
    public final LarderConfiguration<K, V> setMaxEntries(long entries) {
        if (entries <= 0) {
            throw new IllegalArgumentException("a cache bounded to " + entries + " entries is none; give 1 or more");
        }
        return setSetting(MAX_ENTRIES, Long.toString(entries));
    }

    /**
     * Has values written by this serialiser where the store takes bytes; what others wrote before stays readable.
     * The setting {@code serializer} names one instead: {@code kryo} (the default), {@code java}, {@code string},
     * {@code bytes}, {@code json} with Larder's module for it, or a class. Not serialised with this configuration.
     */
    public final LarderConfiguration<K, V> setSerializer(@Nullable Serializer object) {
        serializer = object;
        return this;
    }

    /** The serialiser set here, null if none. */
    public final @Nullable Serializer getSerializer() {
        return serializer;
    }

    /**
     * Has values compressed where the store takes bytes and a value takes more than the setting {@code
     * compress-above} of them (1024 if nothing is said); what was written otherwise before stays readable. The setting
     * {@code compressor} names one instead: {@code none} (the default), {@code gzip}, {@code zstd} with Larder's module
     * for it, or a class. Not serialised with this configuration.
     */
    public final LarderConfiguration<K, V> setCompressor(@Nullable Compressor object) {
        compressor = object;
        return this;
    }

    /** The compressor set here, null if none. */
    public final @Nullable Compressor getCompressor() {
        return compressor;
    }

    /**
     * Sets what the store behind the cache understands by that name; its documentation lists the names.
     * The store checks name and value when the cache is created.
     *
     * @param name as in {@code max-entries}
     * @param value null to leave the setting to configuration file and address again
     */
    public final LarderConfiguration<K, V> setSetting(String name, @Nullable String value) {
        if (value == null) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
        return this;
    }

    /** The settings made here by name; unmodifiable, follows later changes. */
    public final Map<String, String> getSettings() {
        return Collections.unmodifiableMap(settings);
    }

    @Override
    public LarderConfiguration<K, V> setTypes(Class<K> keyType, Class<V> valueType) {
        super.setTypes(keyType, valueType);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> addCacheEntryListenerConfiguration(
            CacheEntryListenerConfiguration<K, V> configuration) {
        super.addCacheEntryListenerConfiguration(configuration);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> removeCacheEntryListenerConfiguration(
            CacheEntryListenerConfiguration<K, V> configuration) {
        super.removeCacheEntryListenerConfiguration(configuration);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setCacheLoaderFactory(@Nullable Factory<? extends CacheLoader<K, V>> factory) {
        super.setCacheLoaderFactory(factory);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setCacheWriterFactory(
            @Nullable Factory<? extends CacheWriter<? super K, ? super V>> factory) {
        super.setCacheWriterFactory(factory);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setExpiryPolicyFactory(@Nullable Factory<? extends ExpiryPolicy> factory) {
        super.setExpiryPolicyFactory(factory);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setReadThrough(boolean on) {
        super.setReadThrough(on);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setWriteThrough(boolean on) {
        super.setWriteThrough(on);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setStoreByValue(boolean on) {
        super.setStoreByValue(on);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setStatisticsEnabled(boolean on) {
        super.setStatisticsEnabled(on);
        return this;
    }

    @Override
    public LarderConfiguration<K, V> setManagementEnabled(boolean on) {
        super.setManagementEnabled(on);
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && settings.equals(settingsOf(other));
    }

    @Override
    public int hashCode() {
        // Without settings it must be that of an equal MutableConfiguration.
        return settings.isEmpty() ? super.hashCode() : 31 * super.hashCode() + settings.hashCode();
    }

    private static Map<String, String> settingsOf(@Nullable Object configuration) {
        return configuration instanceof LarderConfiguration<?, ?> larder ? larder.settings : Map.of();
    }
}
