package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.mapdb.DB;
import org.mapdb.DBMaker;

/** Caches in a database that the application opened. */
final class OwnDatabaseTest {
    @Test
    void db_inTheProperties_isUsedAndLeftOpen() {
        try (DB db = DBMaker.memoryDB().make()) {
            try (CacheManager manager = manager(db)) {
                Cache<String, String> cache = manager.createCache("c", new MutableConfiguration<>());
                cache.put("a", "1");
                assertThat(db.getAllNames()).contains("cache.c.1");
            }
            assertThat(db.isClosed()).isFalse();
            try (CacheManager manager = manager(db)) {
                Cache<String, String> cache = manager.createCache("c", new MutableConfiguration<>());
                assertThat(cache.get("a")).isEqualTo("1");
            }
        }
    }

    @Test
    void db_ofAnotherType_isRefused() {
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> manager("a string"))
                .withMessageContaining("larder.mapdb.db")
                .withMessageContaining("java.lang.String");
    }

    private CacheManager manager(Object db) {
        Properties properties = new Properties();
        properties.put(MapDbStoreProvider.DB_PROPERTY, db);
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create("mapdb:own"), getClass().getClassLoader(), properties);
    }
}
