package dev.larder.contract.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A comparison with the model detects a cache with a fault in one method. */
final class TrialsTest {
    private static final Scenario SCENARIO =
            new Scenario(Expiry.TOUCHED, ListenerMode.OLD_VALUE, StoreThrough.BOTH, false, false);

    /** What is called instead of the cache's method. */
    private interface Lie {
        @Nullable
        Object told(Cache<String, Integer> cache, Object[] arguments);
    }

    private static final Map<String, Lie> LIES = Map.of(
            "get", (cache, arguments) -> cache.getAndPut((String) arguments[0], 1),
            "containsKey", (cache, arguments) -> cache.get((String) arguments[0]) != null,
            "put", (cache, arguments) -> putIfAbsent(cache, arguments),
            "putIfAbsent", (cache, arguments) -> true,
            "getAndRemove", (cache, arguments) -> cache.get((String) arguments[0]),
            "getAndReplace", (cache, arguments) -> cache.getAndPut((String) arguments[0], (Integer) arguments[1]),
            "clear", (cache, arguments) -> remove(cache),
            "loadAll", (cache, arguments) -> loadNothing(arguments));

    @TestFactory
    Stream<DynamicTest> run_cacheThatLies_isFoundOut() {
        return LIES.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    ManualClock clock = new ManualClock();
                    Properties properties = new Properties();
                    properties.put("larder.clock", clock);
                    try (CacheManager manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                            .getCacheManager(
                                    URI.create("bytes:lies"), getClass().getClassLoader(), properties)) {
                        TrialSetup trialSetup =
                                new TrialSetup(lying(manager, each.getKey(), each.getValue()), clock, true, true);
                        assertThatThrownBy(() -> Trials.run(trialSetup, SCENARIO, 1))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("seed 1")
                                .hasMessageContaining("shortest steps");
                    }
                }));
    }

    private static @Nullable Object putIfAbsent(Cache<String, Integer> cache, Object[] arguments) {
        cache.putIfAbsent((String) arguments[0], (Integer) arguments[1]);
        return null;
    }

    private static @Nullable Object remove(Cache<String, Integer> cache) {
        cache.removeAll();
        return null;
    }

    private static @Nullable Object loadNothing(Object[] arguments) {
        ((javax.cache.integration.CompletionListener) arguments[2]).onCompletion();
        return null;
    }

    @SuppressWarnings("unchecked")
    private static CacheManager lying(CacheManager manager, String method, Lie lie) {
        return (CacheManager) Proxy.newProxyInstance(
                TrialsTest.class.getClassLoader(), new Class<?>[] {CacheManager.class}, (self, called, arguments) -> {
                    Object result = invoke(manager, called, arguments);
                    return result instanceof Cache<?, ?> cache
                            ? lying((Cache<String, Integer>) cache, method, lie)
                            : result;
                });
    }

    private static Object lying(Cache<String, Integer> cache, String method, Lie lie) {
        return Proxy.newProxyInstance(
                TrialsTest.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (self, called, arguments) -> called.getName().equals(method)
                        ? lie.told(cache, arguments)
                        : invoke(cache, called, arguments));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
