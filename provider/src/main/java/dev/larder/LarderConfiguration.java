package dev.larder;

import dev.larder.spi.Compressor;
import dev.larder.spi.Serializer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private static final String LOAD_LEASE = "load-lease";

    private final TreeMap<String, String> settings = new TreeMap<>();
    private transient @Nullable Serializer serializer;
    private transient @Nullable Compressor compressor;
    private transient @Nullable List<CacheInterceptor> interceptors;
    private transient @Nullable Tagger<? super K, ? super V> tagger;
    private transient @Nullable Lifetime<? super K, ? super V> lifetime;

    /** The standard's defaults and no settings. */
    public LarderConfiguration() {}

    /** A copy, with the settings if the other is a {@code LarderConfiguration} too. */
    public LarderConfiguration(CompleteConfiguration<K, V> other) {
        super(other);
        if (other instanceof LarderConfiguration<K, V> larder) {
            settings.putAll(larder.settings);
            serializer = larder.serializer;
            compressor = larder.compressor;
            interceptors = larder.interceptors;
            tagger = larder.tagger;
            lifetime = larder.lifetime;
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
     * Has one JVM at a time load a missing key, of all that share the store: the others wait for what it stores, at most
     * so long. Set it longer than the slowest load: an owner that has not come back by then is taken for dead. Zero, the
     * default, for one load in each JVM. On stores of a single JVM it changes nothing.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public final LarderConfiguration<K, V> setLoadLease(Duration deadline) {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "a lease of " + deadline + " is over before it begins; give zero or more");
        }
        return setSetting(LOAD_LEASE, deadline.toMillis() + "ms");
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
     * Stands an interceptor around every operation, inside those added before and outside those that the setting
     * {@code interceptors} names. Not serialised with this configuration, and not closed with the cache.
     */
    public final LarderConfiguration<K, V> addInterceptor(CacheInterceptor interceptor) {
        interceptors = Stream.concat(getInterceptors().stream(), Stream.of(interceptor))
                .toList();
        return this;
    }

    /** The interceptors added here; unmodifiable. */
    public final List<CacheInterceptor> getInterceptors() {
        return interceptors == null ? List.of() : interceptors;
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

    /** Has every entry of this cache bear the tags that this function gives; null for none. Not serialised. */
    public final LarderConfiguration<K, V> setTagger(@Nullable Tagger<? super K, ? super V> function) {
        tagger = function;
        return this;
    }

    /** What gives entries their tags, null if nothing does. */
    public final @Nullable Tagger<? super K, ? super V> getTagger() {
        return tagger;
    }

    /**
     * Gives every entry that is created or updated the lifetime that this function says, and leaves the
     * {@code ExpiryPolicy} those for which it says null; null for none. Not serialised.
     */
    public final LarderConfiguration<K, V> setLifetime(@Nullable Lifetime<? super K, ? super V> function) {
        lifetime = function;
        return this;
    }

    /** What gives entries their lifetime before the {@code ExpiryPolicy} is asked, null if nothing does. */
    public final @Nullable Lifetime<? super K, ? super V> getLifetime() {
        return lifetime;
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
        return super.equals(other)
                && settings.equals(settingsOf(other))
                && Objects.equals(tagger, of(other, LarderConfiguration::getTagger))
                && Objects.equals(lifetime, of(other, LarderConfiguration::getLifetime));
    }

    @Override
    public int hashCode() {
        // Without settings it must be that of an equal MutableConfiguration.
        return settings.isEmpty() ? super.hashCode() : 31 * super.hashCode() + settings.hashCode();
    }

    private static Map<String, String> settingsOf(@Nullable Object configuration) {
        return configuration instanceof LarderConfiguration<?, ?> larder ? larder.settings : Map.of();
    }

    private static @Nullable Object of(
            @Nullable Object configuration, Function<LarderConfiguration<?, ?>, @Nullable Object> part) {
        return configuration instanceof LarderConfiguration<?, ?> larder ? part.apply(larder) : null;
    }
}
