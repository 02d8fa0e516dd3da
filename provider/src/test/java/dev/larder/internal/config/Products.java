package dev.larder.internal.config;

import java.util.Collection;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;

/** Classes for a configuration file to name. */
public final class Products {
    private Products() {}

    public static final class Loader implements CacheLoader<Object, Object> {
        @Override
        public Object load(Object key) {
            return key;
        }

        @Override
        public Map<Object, Object> loadAll(Iterable<?> keys) {
            return Map.of();
        }
    }

    public static final class Writer implements CacheWriter<Object, Object> {
        @Override
        public void write(Cache.Entry<?, ?> entry) {}

        @Override
        public void writeAll(Collection<Cache.Entry<?, ?>> entries) {}

        @Override
        public void delete(Object key) {}

        @Override
        public void deleteAll(Collection<?> keys) {}
    }

    public static final class WriterFactory implements Factory<CacheWriter<Object, Object>> {
        private static final long serialVersionUID = 1L;

        @Override
        public CacheWriter<Object, Object> create() {
            return new Writer();
        }
    }
}
