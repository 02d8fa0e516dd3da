package dev.larder.benchmarks;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import java.util.OptionalLong;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.cache2k.Cache2kBuilder;
import org.cache2k.jcache.ExtendedMutableConfiguration;
import org.cache2k.jcache.JCacheConfig;
import org.ehcache.jsr107.Eh107Configuration;

/** The providers that are compared, each set up by its own means to the same bound. */
public enum Subject {
    LARDER("Larder", "dev.larder.LarderCachingProvider") {
        @Override
        CacheManager manager(long most) {
            return provider().getCacheManager(java.net.URI.create("heap:?max-entries=" + most), null);
        }

        @Override
        <K, V> Configuration<K, V> configuration(Scenario<K, V> scenario, long most) {
            return scenario.into(new MutableConfiguration<>());
        }
    },
    CAFFEINE("Caffeine JCache", "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider") {
        @Override
        <K, V> Configuration<K, V> configuration(Scenario<K, V> scenario, long most) {
            CaffeineConfiguration<K, V> configuration =
                    new CaffeineConfiguration<>(scenario.into(new MutableConfiguration<>()));
            configuration.setMaximumSize(OptionalLong.of(most));
            return configuration;
        }
    },
    EHCACHE("Ehcache 3", "org.ehcache.jsr107.EhcacheCachingProvider") {
        @Override
        <K, V> Configuration<K, V> configuration(Scenario<K, V> scenario, long most) {
            return Eh107Configuration.fromEhcacheCacheConfiguration(EhcacheSetup.of(scenario, most));
        }
    },
    /** With the switches that a plain JCache configuration has by itself, and a bound. */
    CACHE2K("cache2k", "org.cache2k.jcache.provider.JCacheProvider") {
        @Override
        <K, V> Configuration<K, V> configuration(Scenario<K, V> scenario, long most) {
            Cache2kBuilder<K, V> builder = Cache2kBuilder.of(scenario.keyType(), scenario.valueType())
                    .entryCapacity(most)
                    .sharpExpiry(true)
                    .with(JCacheConfig.class, c -> c.copyAlwaysIfRequested(true).supportOnlineListenerAttachment(true));
            return scenario.into(ExtendedMutableConfiguration.of(builder));
        }
    };

    private final String title;
    private final String providerClass;

    Subject(String title, String providerClass) {
        this.title = title;
        this.providerClass = providerClass;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    /** A new, empty cache of at most {@code most} entries, in a manager that lives as long as the JVM. */
    <K, V> Cache<K, V> open(Scenario<K, V> scenario, long most) {
        return manager(most).createCache("benchmark", configuration(scenario, most));
    }

    abstract <K, V> Configuration<K, V> configuration(Scenario<K, V> scenario, long most);

    CacheManager manager(long most) {
        return provider().getCacheManager();
    }

    final javax.cache.spi.CachingProvider provider() {
        return Caching.getCachingProvider(providerClass);
    }
}
