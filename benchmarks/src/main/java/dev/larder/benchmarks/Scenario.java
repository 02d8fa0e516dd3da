package dev.larder.benchmarks;

import javax.cache.configuration.MutableConfiguration;

/** How a cache is configured, in terms that every subject understands. */
record Scenario<K, V>(Class<K> keyType, Class<V> valueType, boolean byValue, boolean statistics, Lifetime lifetime) {

    /** Sets what this scenario says and returns what it was given. */
    <C extends MutableConfiguration<K, V>> C into(C configuration) {
        configuration.setTypes(keyType, valueType);
        configuration.setStoreByValue(byValue);
        configuration.setStatisticsEnabled(statistics);
        configuration.setExpiryPolicyFactory(lifetime.policy());
        return configuration;
    }
}
