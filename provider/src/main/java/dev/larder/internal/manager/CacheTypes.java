package dev.larder.internal.manager;

import javax.cache.Cache;
import javax.cache.configuration.Configuration;

/** The types of a cache's keys and values. */
record CacheTypes(Class<?> key, Class<?> value) {

    static CacheTypes of(Cache<?, ?> cache) {
        Configuration<?, ?> configuration = cache.getConfiguration(Configuration.class);
        return new CacheTypes(configuration.getKeyType(), configuration.getValueType());
    }

    void requireSame(String cache, CacheTypes wanted) {
        if (!equals(wanted)) {
            throw new ClassCastException("cache '" + cache + "' holds " + this + ", not " + wanted
                    + "; use the types that it was created with");
        }
    }

    @Override
    public String toString() {
        return key.getName() + " to " + value.getName();
    }
}
