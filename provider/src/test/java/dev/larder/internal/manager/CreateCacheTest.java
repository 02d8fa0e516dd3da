package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderConfiguration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateCacheTest {
    private final Managed managed = new Managed();
    private final CacheManager manager = managed.manager();

    @AfterEach
    void close() {
        managed.close();
    }

    private static MutableConfiguration<String, String> loadedBy(
            Factory<? extends CacheLoader<String, String>> factory) {
        return new MutableConfiguration<String, String>().setReadThrough(true).setCacheLoaderFactory(factory);
    }

    @Test
    void createCache_takenName_isRefused() {
        manager.createCache("orders", new MutableConfiguration<>());
        assertThatThrownBy(() -> manager.createCache("orders", new MutableConfiguration<>()))
                .isInstanceOf(CacheException.class)
                .hasMessage("cache 'orders' exists already; get it with getCache,"
                        + " or destroy it before you create it again");
    }

    @Test
    void createCache_configurationChangedAfterwards_doesNotMatter() {
        MutableConfiguration<String, String> configuration = new MutableConfiguration<>();
        Cache<String, String> cache = manager.createCache("orders", configuration);
        configuration.setStatisticsEnabled(true);
        assertThat(statisticsEnabled(cache)).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static boolean statisticsEnabled(Cache<?, ?> cache) {
        return cache.getConfiguration(MutableConfiguration.class).isStatisticsEnabled();
    }

    @Test
    void createCache_plainConfiguration_isCompleted() {
        Cache<Long, String> cache = manager.createCache("orders", new Plain());
        assertThat(cache.getConfiguration(MutableConfiguration.class))
                .isEqualTo(new MutableConfiguration<>()
                        .setStoreByValue(false)
                        .setTypes(typed(Long.class), typed(String.class)));
        assertThat(managed.setup("orders").byReference()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> typed(Class<?> type) {
        return (Class<Object>) type;
    }

    @Test
    void createCache_readThroughWithoutLoader_isRefused() {
        assertThatThrownBy(() -> manager.createCache("orders", new MutableConfiguration<>().setReadThrough(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cache 'orders': read-through is on but there is no loader;"
                        + " set a CacheLoader factory or switch it off");
    }

    @Test
    void createCache_writeThroughWithoutWriter_isRefused() {
        assertThatThrownBy(() -> manager.createCache("orders", new MutableConfiguration<>().setWriteThrough(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cache 'orders': write-through is on but there is no writer;"
                        + " set a CacheWriter factory or switch it off");
    }

    @Test
    void createCache_settingThatTheStoreRefuses_namesTheCacheAndLeavesNothing() {
        assertThatThrownBy(() ->
                        manager.createCache("orders", new LarderConfiguration<>().setSetting("max-entries", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cache 'orders': setting 'max-entries' is 'many'; it takes a whole number above zero");
        assertThat(manager.getCacheNames()).isEmpty();
        assertThat(manager.createCache("orders", new MutableConfiguration<>())).isNotNull();
    }

    @Test
    void createCache_storeThatFails_namesTheCacheAndLeavesNothing() {
        assertThatThrownBy(() -> manager.createCache("orders", new LarderConfiguration<>().setSetting("no-store", "")))
                .isInstanceOf(CacheException.class)
                .hasMessageStartingWith("cache 'orders' could not be created: ")
                .hasRootCauseMessage("no store today");
        assertThat(manager.<Object, Object>getCache("orders")).isNull();
    }

    @Test
    void createCache_factoryThatThrows_closesTheStoreAndFreesTheName() {
        assertThatThrownBy(() -> manager.createCache("orders", loadedBy(() -> {
                    throw new IllegalThreadStateException("no loader today");
                })))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cache 'orders'");
        assertThat(managed.store("orders").closed).isTrue();
        assertThat(manager.getCacheNames()).isEmpty();
        assertThat(manager.createCache("orders", new MutableConfiguration<>())).isNotNull();
    }

    @Test
    void createCache_factoryThatUsesTheManager_isNotInAnyonesWay() {
        manager.createCache("orders", loadedBy(() -> {
            manager.createCache("inner", new MutableConfiguration<>());
            // From another thread too: no lock is held here.
            CompletableFuture.runAsync(() -> manager.createCache("other", new MutableConfiguration<>()))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            assertThat(manager.getCacheNames()).containsExactlyInAnyOrder("inner", "other");
            return new NoLoader();
        }));
        assertThat(manager.getCacheNames()).containsExactlyInAnyOrder("inner", "other", "orders");
    }

    @Test
    void createCache_managerClosedMeanwhile_leavesNothingOpen() {
        assertThatThrownBy(() -> manager.createCache("orders", loadedBy(() -> {
                    manager.close();
                    return new NoLoader();
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
        assertThat(managed.store("orders").closed).isTrue();
    }

    private static final class Plain implements Configuration<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<Long> getKeyType() {
            return Long.class;
        }

        @Override
        public Class<String> getValueType() {
            return String.class;
        }

        @Override
        public boolean isStoreByValue() {
            return false;
        }
    }

    private static final class NoLoader implements CacheLoader<String, String> {
        @Override
        public String load(String key) {
            return key;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }
}
