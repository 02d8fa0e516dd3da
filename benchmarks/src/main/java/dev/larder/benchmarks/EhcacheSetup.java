package dev.larder.benchmarks;

import java.time.Duration;
import org.ehcache.config.CacheConfiguration;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.ExpiryPolicyBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.expiry.ExpiryPolicy;
import org.ehcache.impl.config.copy.DefaultCopierConfiguration;
import org.ehcache.impl.copy.SerializingCopier;
import org.ehcache.jsr107.config.ConfigurationElementState;
import org.ehcache.jsr107.config.Jsr107CacheConfiguration;

/** Ehcache takes a bound only in its own form of configuration, which then has to say everything. */
final class EhcacheSetup {
    private EhcacheSetup() {}

    static <K, V> CacheConfiguration<K, V> of(Scenario<K, V> scenario, long most) {
        CacheConfigurationBuilder<K, V> builder = CacheConfigurationBuilder.newCacheConfigurationBuilder(
                        scenario.keyType(), scenario.valueType(), ResourcePoolsBuilder.heap(most))
                .withExpiry(expiry(scenario.lifetime()))
                .withService(
                        new Jsr107CacheConfiguration(state(scenario.statistics()), ConfigurationElementState.DISABLED));
        return (copies(scenario) ? copying(builder) : builder).build();
    }

    // The types that Ehcache's own JCache set-up shares by value; it serialises all others.
    private static boolean copies(Scenario<?, ?> scenario) {
        return scenario.byValue()
                && scenario.valueType() != String.class
                && !Number.class.isAssignableFrom(scenario.valueType());
    }

    private static <K, V> CacheConfigurationBuilder<K, V> copying(CacheConfigurationBuilder<K, V> builder) {
        return builder.withService(new DefaultCopierConfiguration<>(
                SerializingCopier.<V>asCopierClass(), DefaultCopierConfiguration.Type.VALUE));
    }

    private static ExpiryPolicy<Object, Object> expiry(Lifetime lifetime) {
        return switch (lifetime) {
            case ETERNAL -> ExpiryPolicyBuilder.noExpiration();
            case CREATED ->
                ExpiryPolicyBuilder.expiry().create(Duration.ofHours(1)).build();
            case ACCESSED -> ExpiryPolicyBuilder.timeToIdleExpiration(Duration.ofHours(1));
        };
    }

    private static ConfigurationElementState state(boolean on) {
        return on ? ConfigurationElementState.ENABLED : ConfigurationElementState.DISABLED;
    }
}
