package dev.larder.internal.none;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.larder.LarderCachingProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.cache.Cache;
import javax.cache.configuration.FactoryBuilder.SingletonFactory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cache that keeps nothing: every call is legal, and user code is still called. */
class NoneCacheTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final List<Object> reported = new ArrayList<>();

    @AfterEach
    void close() {
        provider.close();
    }

    private Cache<String, Object> cache(MutableConfiguration<String, Object> configuration) {
        return provider.getCacheManager(URI.create("none:?max-entries=7"), null).createCache("c", configuration);
    }

    private Cache<String, Object> cache() {
        return cache(new MutableConfiguration<>());
    }

    @Test
    void uri_schemeAlone_isServed() {
        assertThat(provider.getCacheManager(URI.create("none"), null).createCache("c", new MutableConfiguration<>()))
                .isEmpty();
    }

    @Test
    void puts_areLegal_andLeaveNothing() {
        Cache<String, Object> cache = cache();
        cache.put("a", 1);
        cache.putAll(Map.of("a", 1, "b", 2));
        assertThat(cache.getAndPut("a", 1)).isNull();
        assertThat(cache.putIfAbsent("a", 1)).isTrue();
        assertThat(cache.putIfAbsent("a", 1)).isTrue();
        assertThat(cache.get("a")).isNull();
        assertThat(cache.containsKey("a")).isFalse();
        assertThat(cache.getAll(Set.of("a", "b"))).isEmpty();
        assertThat(cache).isEmpty();
    }

    @Test
    void updatesAndRemovals_areLegal_andFindNothing() {
        Cache<String, Object> cache = cache();
        assertThat(cache.replace("a", 1)).isFalse();
        assertThat(cache.replace("a", 1, 2)).isFalse();
        assertThat(cache.getAndReplace("a", 1)).isNull();
        assertThat(cache.remove("a")).isFalse();
        assertThat(cache.remove("a", 1)).isFalse();
        assertThat(cache.getAndRemove("a")).isNull();
        assertThatCode(() -> cache.removeAll(Set.of("a"))).doesNotThrowAnyException();
        assertThatCode(cache::removeAll).doesNotThrowAnyException();
        assertThatCode(cache::clear).doesNotThrowAnyException();
    }

    @Test
    void invoke_processor_seesItsOwnValueAlone() {
        Cache<String, Object> cache = cache();
        Object result = cache.invoke(
                "a",
                (entry, arguments) -> {
                    entry.setValue(arguments[0]);
                    return entry.getValue();
                },
                7);
        assertThat(result).isEqualTo(7);
        assertThat(cache.<Boolean>invoke("a", (entry, arguments) -> entry.exists()))
                .isFalse();
    }

    @Test
    void put_valueThatCannotBeCopied_isAccepted() {
        Cache<String, Object> cache = cache();
        Executor uncopyable = Runnable::run;
        assertThatCode(() -> cache.put("a", uncopyable)).doesNotThrowAnyException();
    }

    @Test
    void get_readThrough_loadsEachTime() throws Exception {
        Cache<String, Object> cache = cache(loading());
        assertThat(cache.get("a")).isEqualTo("a!");
        assertThat(cache.get("a")).isEqualTo("a!");
        assertThat(cache.getAll(Set.of("b"))).containsEntry("b", "b!");
        CompletionListenerFuture loaded = new CompletionListenerFuture();
        cache.loadAll(Set.of("c"), false, loaded);
        loaded.get();
        assertThat(reported).containsExactly("a", "a", "b", "c");
    }

    @Test
    void put_writeThrough_writesEachTime() {
        Cache<String, Object> cache = cache(writing());
        cache.put("a", 1);
        cache.remove("a");
        cache.putAll(Map.of("b", 2));
        assertThat(reported).containsExactly("put a", "delete a", "put b");
    }

    @Test
    void put_withAnExpiry_isLegal() {
        Cache<String, Object> cache = cache(new MutableConfiguration<String, Object>()
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_MINUTE)));
        cache.put("a", 1);
        assertThat(cache.get("a")).isNull();
    }

    private MutableConfiguration<String, Object> loading() {
        return new MutableConfiguration<String, Object>()
                .setReadThrough(true)
                .setCacheLoaderFactory(new SingletonFactory<>(new CacheLoader<>() {
                    @Override
                    public Object load(String key) {
                        reported.add(key);
                        return key + "!";
                    }

                    @Override
                    public Map<String, Object> loadAll(Iterable<? extends String> keys) {
                        Map<String, Object> loaded = new HashMap<>();
                        keys.forEach(key -> loaded.put(key, load(key)));
                        return loaded;
                    }
                }));
    }

    private MutableConfiguration<String, Object> writing() {
        return new MutableConfiguration<String, Object>()
                .setWriteThrough(true)
                .setCacheWriterFactory(new SingletonFactory<>(new CacheWriter<>() {
                    @Override
                    public void write(Cache.Entry<? extends String, ?> entry) {
                        reported.add("put " + entry.getKey());
                    }

                    @Override
                    public void writeAll(Collection<Cache.Entry<? extends String, ?>> entries) {
                        entries.forEach(this::write);
                        entries.clear();
                    }

                    @Override
                    public void delete(Object key) {
                        reported.add("delete " + key);
                    }

                    @Override
                    public void deleteAll(Collection<?> keys) {
                        keys.forEach(this::delete);
                        keys.clear();
                    }
                }));
    }
}
