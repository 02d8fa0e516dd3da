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
 * A {@link MutableConfiguration} with Larder's settings for one cache, such as bounds. A setting made here takes
 * precedence over the same one in a configuration file, which takes precedence over the one in the store address.
 *
 * <p>Two configurations are equal if JSR-107 calls them equal and their settings, tagger and lifetime are the same. Not
 * thread-safe; a cache takes a copy.
 */
public class LarderConfiguration<K, V> extends MutableConfiguration<K, V> {
    private static final long serialVersionUID = 1L;
    private static final String MAX_ENTRIES = "max-entries";
    private static final String LOAD_LEASE = "load-lease";
    private static final Duration LONGEST_LEASE = Duration.ofDays(36_500);

    private final TreeMap<String, String> settings = new TreeMap<>();
    private transient @Nullable Serializer serializer;
    private transient @Nullable Compressor compressor;
    private transient @Nullable List<CacheInterceptor> interceptors;
    private transient @Nullable Tagger<? super K, ? super V> tagger;
    private transient @Nullable Lifetime<? super K, ? super V> lifetime;

    /** Creates a configuration with the defaults of JSR-107 and no settings. */
    public LarderConfiguration() {}

    /** Creates a copy, with the settings if the other is a {@code LarderConfiguration} too. */
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
     * Bounds this cache: above this number of entries the store evicts the least valuable ones.
     *
     * @throws IllegalArgumentException unless {@code entries} is above zero
     */
    public final LarderConfiguration<K, V> setMaxEntries(long entries) {
        if (entries <= 0) {
            throw new IllegalArgumentException("the maximum number of entries is " + entries + "; give 1 or more");
        }
        return setSetting(MAX_ENTRIES, Long.toString(entries));
    }

    /**
     * Lets only one JVM at a time load a missing key, of all that share the store. The others wait for the value that
     * it stores, at most for this time. Set it longer than the slowest load: a JVM that has not finished by then is
     * considered dead. Zero, the default, allows one load in each JVM. It has no effect on stores of a single JVM.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 36,500 days
     */
    public final LarderConfiguration<K, V> setLoadLease(Duration deadline) {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "the load load lease is " + deadline + ", which is negative; give zero or more");
        }
        if (deadline.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException(
                    "a load lease of " + deadline + " never ends; give " + LONGEST_LEASE.toDays() + " days at most");
        }
        // Rounded up: zero would switch it off.
        return setSetting(LOAD_LEASE, deadline.plusNanos(999_999).toMillis() + "ms");
    }

    /**
     * Sets the serialiser that writes values to byte stores. Values written by another serialiser stay readable. The
     * setting {@code serializer} names one instead: {@code kryo} (the default), {@code java}, {@code string},
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
     * Sets the compressor for byte stores. It compresses values that take more bytes than the setting
     * {@code compress-above} (default 1024). Values written otherwise stay readable. The setting {@code compressor}
     * names one instead: {@code none} (the default), {@code gzip}, {@code zstd} with Larder's module for it, or a
     * class. Not serialised with this configuration.
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
     * Adds an interceptor around every operation, inside those added before and outside those that the setting
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
     * Sets a setting of the store behind the cache; the store's documentation lists the names. The store checks name
     * and value when the cache is created.
     *
     * @param name as in {@code max-entries}
     * @param value null to leave the setting to the configuration file and the address again
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

    /** Sets the function that gives every entry of this cache its tags; null for none. Not serialised. */
    public final LarderConfiguration<K, V> setTagger(@Nullable Tagger<? super K, ? super V> function) {
        tagger = function;
        return this;
    }

    /** The function that gives entries their tags, null if there is none. */
    public final @Nullable Tagger<? super K, ? super V> getTagger() {
        return tagger;
    }

    /**
     * Sets the function that gives every created or updated entry its lifetime; null for none. Where the function
     * returns null, the {@code ExpiryPolicy} decides. Not serialised.
     */
    public final LarderConfiguration<K, V> setLifetime(@Nullable Lifetime<? super K, ? super V> function) {
        lifetime = function;
        return this;
    }

    /** The function that gives entries their lifetime ahead of the {@code ExpiryPolicy}, null if there is none. */
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
        // Without settings this must be the hash code of an equal MutableConfiguration.
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
