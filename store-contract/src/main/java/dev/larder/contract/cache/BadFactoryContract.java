package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.CacheCase;
import dev.larder.contract.UserCodeException;
import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests a configuration with a factory that throws: no cache is created, and what other factories made is closed. */
public abstract class BadFactoryContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> createCache_factoryThrows_createsNothing() {
        Map<String, UnaryOperator<MutableConfiguration<String, Integer>>> broken = Map.of(
                "loader", each -> each.setReadThrough(true).setCacheLoaderFactory(failing()),
                "writer", each -> each.setWriteThrough(true).setCacheWriterFactory(failing()),
                "policy", each -> each.setExpiryPolicyFactory(failing()),
                "listener", each -> each.addCacheEntryListenerConfiguration(listener(failing(), null)),
                "filter", each -> each.addCacheEntryListenerConfiguration(listener(() -> events -> {}, failing())));
        return broken.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    String name = newName();
                    assertThatThrownBy(() ->
                                    manager.createCache(name, each.getValue().apply(configuration())))
                            .satisfiesAnyOf(
                                    failure -> assertThat(failure).isInstanceOf(UserCodeException.class),
                                    failure -> assertThat(failure).hasRootCauseInstanceOf(UserCodeException.class));
                    assertThat(manager.<String, Integer>getCache(name)).isNull();
                    Cache<String, Integer> second = manager.createCache(name, configuration());
                    second.put("a", 1);
                    assertThat(second.get("a")).isEqualTo(1);
                }));
    }

    @Test
    void createCache_aLaterFactoryThrows_closesWhatWasMade() {
        AtomicInteger open = new AtomicInteger();
        MutableConfiguration<String, Integer> configuration = configuration()
                .setReadThrough(true)
                .setCacheLoaderFactory(() -> new OpenLoader(open))
                .addCacheEntryListenerConfiguration(listener(failing(), null));
        assertThatThrownBy(() -> manager.createCache(newName(), configuration)).isNotNull();
        assertThat(open).hasValue(0);
    }

    @Test
    void registerListener_factoryThrows_leavesTheCacheAsItWas() {
        Cache<String, Integer> cache = cache();
        MutableCacheEntryListenerConfiguration<String, Integer> broken = listener(failing(), null);
        assertThatThrownBy(() -> cache.registerCacheEntryListener(broken)).isNotNull();
        cache.put("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.getConfiguration(CompleteConfiguration.class).getCacheEntryListenerConfigurations())
                .isEmpty();
    }

    private static <T> Factory<T> failing() {
        return () -> {
            throw new UserCodeException();
        };
    }

    private static MutableCacheEntryListenerConfiguration<String, Integer> listener(
            Factory<CacheEntryCreatedListener<String, Integer>> factory,
            @Nullable Factory<CacheEntryEventFilter<String, Integer>> filter) {
        return new MutableCacheEntryListenerConfiguration<>(factory, filter, false, true);
    }

    /** A loader that has to be closed. */
    private static final class OpenLoader implements CacheLoader<String, Integer>, Closeable {
        private final AtomicInteger open;

        OpenLoader(AtomicInteger open) {
            this.open = open;
            open.incrementAndGet();
        }

        @Override
        public Integer load(String key) {
            return 1;
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
