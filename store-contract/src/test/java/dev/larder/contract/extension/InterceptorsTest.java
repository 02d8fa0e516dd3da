package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheCall;
import dev.larder.CacheInterceptor;
import dev.larder.HitRatioInterceptor;
import dev.larder.LarderCache;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import dev.larder.TimingInterceptor;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interceptors are called for each operation, in order, with the right call. */
class InterceptorsTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        provider.close();
    }

    private CacheInterceptor noting(String name) {
        return call -> {
            seen.add(name + " before " + call.operation());
            Object result = call.proceed();
            seen.add(name + " after " + result);
            return result;
        };
    }

    private CacheManager manager(String uri) {
        return provider.getCacheManager(URI.create(uri), null);
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, Integer> cache(String uri, CacheInterceptor... interceptors) {
        LarderConfiguration<String, Integer> configuration = new LarderConfiguration<>();
        List.of(interceptors).forEach(configuration::addInterceptor);
        return manager(uri).createCache("c", configuration).unwrap(LarderCache.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "bytes:interceptors"})
    void around_several_nestInTheirOrder(String uri) {
        LarderCache<String, Integer> cache = cache(uri, noting("outer"), noting("inner"));
        cache.put("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(seen)
                .containsExactly(
                        "outer before put",
                        "inner before put",
                        "inner after null",
                        "outer after null",
                        "outer before get",
                        "inner before get",
                        "inner after 1",
                        "outer after 1");
    }

    @Test
    void call_intercepted_namesCacheOperationAndArguments() {
        List<CacheCall> calls = new ArrayList<>();
        Cache<String, Integer> cache = cache("heap", call -> {
            calls.add(call);
            return call.proceed();
        });
        cache.replace("a", 1, 2);
        assertThat(calls.get(0).cache()).isEqualTo("c");
        assertThat(calls.get(0).operation()).isEqualTo("replace");
        assertThat(calls.get(0).arguments()).containsExactly("a", 1, 2);
    }

    @Test
    void around_mayAnswerByItself_andSeesFailures() {
        Cache<String, Integer> cache = cache("heap", call -> {
            if (call.operation().equals("get")) {
                return 42;
            }
            try {
                return call.proceed();
            } catch (NullPointerException failure) {
                seen.add("failed");
                throw failure;
            }
        });
        assertThat(cache.get("a")).isEqualTo(42);
        assertThatThrownBy(() -> cache.put(null, 1)).isInstanceOf(NullPointerException.class);
        assertThat(seen).containsExactly("failed");
    }

    @Test
    void face_isTheOnlyOne_whereverTheCacheIsMet() {
        LarderCache<String, Integer> cache = cache("heap", noting("x"));
        List<Object> sources = new ArrayList<>();
        CacheEntryCreatedListener<String, Integer> listener =
                events -> events.forEach(event -> sources.add(event.getSource()));
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true));
        cache.put("a", 1);
        assertThat(sources).containsExactly(cache);
        assertThat(cache.getCacheManager().getCache("c")).isSameAs(cache);
        assertThat(cache).isEqualTo(cache.unwrap(Cache.class)).hasToString(cache.toString());
        assertThat(cache.hashCode()).isEqualTo(cache.hashCode());
    }

    @Test
    void async_isIntercepted() {
        cache("heap", noting("x")).async().put("a", 1).toCompletableFuture().join();
        assertThat(seen).containsExactly("x before put", "x after null");
    }

    @Test
    void close_namesAndUnwrapping_areNoOperations() {
        LarderCache<String, Integer> cache = cache("heap", noting("x"));
        cache.getName();
        cache.isClosed();
        cache.getConfiguration(LarderConfiguration.class);
        cache.close();
        assertThat(cache.isClosed()).isTrue();
        assertThat(seen).isEmpty();
    }

    @Test
    void builtIn_byNameInTheAddress_measureAndCount() {
        Cache<String, Integer> cache = cache("heap:?interceptors=timing,hit-ratio");
        cache.put("a", 1);
        cache.get("a");
        cache.get("b");
        cache.getAll(Set.of("a", "c"));
        HitRatioInterceptor ratio = cache.unwrap(HitRatioInterceptor.class);
        assertThat(ratio.hits()).isEqualTo(2);
        assertThat(ratio.misses()).isEqualTo(2);
        assertThat(ratio.ratio()).isEqualTo(0.5);
        Map<String, TimingInterceptor.Timing> timings =
                cache.unwrap(TimingInterceptor.class).timings();
        assertThat(timings).containsOnlyKeys("put", "get", "getAll");
        TimingInterceptor.Timing gets = timings.get("get");
        assertThat(gets.count()).isEqualTo(2);
        assertThat(gets.longest()).isPositive().isLessThanOrEqualTo(gets.total());
        assertThat(gets.mean()).isPositive().isLessThanOrEqualTo(gets.longest());
    }

    /** Made by its name. */
    public static final class Refusing implements CacheInterceptor {
        @Override
        public Object around(CacheCall call) {
            throw new UnsupportedOperationException(call.operation());
        }
    }

    @Test
    void named_classIsMade_andWhatIsNoneRefused() {
        Cache<String, Integer> cache =
                cache("heap:?interceptors=" + Refusing.class.getName().replace("$", "%24"));
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> cache("heap:?interceptors=java.lang.String"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("setting 'interceptors' is 'java.lang.String'; it takes timing, hit-ratio and");
    }

    @Test
    void none_leavesTheCacheAsItIs() {
        assertThat(Proxy.isProxyClass(cache("heap").getClass())).isFalse();
    }
}
