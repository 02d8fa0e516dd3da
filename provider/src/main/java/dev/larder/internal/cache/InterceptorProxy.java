package dev.larder.internal.cache;

import dev.larder.CacheCall;
import dev.larder.CacheInterceptor;
import dev.larder.LarderCache;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors around one cache. It is a proxy, so that no operation of JSR-107 or of the extension can be
 * forgotten, and so that a cache without interceptors has no extra call.
 */
final class InterceptorProxy<K, V> implements InvocationHandler {
    private static final Set<String> NO_OPERATIONS = Set.of(
            "close",
            "isClosed",
            "deregisterCacheEntryListener",
            "getCacheManager",
            "getConfiguration",
            "getName",
            "registerCacheEntryListener",
            "toString",
            "hashCode");
    private static final Object[] NONE = {};

    private final StandardCache<K, V> cache;
    private final List<CacheInterceptor> interceptors;

    private InterceptorProxy(StandardCache<K, V> cache, List<CacheInterceptor> interceptors) {
        this.cache = cache;
        this.interceptors = List.copyOf(interceptors);
    }

    /** The cache with interceptors around it, the first outermost; the cache itself if there are none. */
    @SuppressWarnings("unchecked") // a proxy of that interface
    static <K, V> LarderCache<K, V> intercept(StandardCache<K, V> cache, List<CacheInterceptor> interceptors) {
        return interceptors.isEmpty()
                ? cache
                : (LarderCache<K, V>) Proxy.newProxyInstance(
                        LarderCache.class.getClassLoader(),
                        new Class<?>[] {LarderCache.class},
                        new InterceptorProxy<>(cache, interceptors));
    }

    @Override
    @SuppressWarnings("unchecked") // the proxy implements this cache's interface
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Object[] given = arguments == null ? NONE : arguments;
        return switch (method.getName()) {
            case "equals" -> proxy == given[0];
            case "async" -> cache.asyncOver((LarderCache<K, V>) proxy);
            case "unwrap" -> unwrap(proxy, (Class<?>) given[0]);
            default ->
                NO_OPERATIONS.contains(method.getName()) ? call(method, given) : new Step(0, method, given).proceed();
        };
    }

    private Object unwrap(Object proxy, Class<?> type) {
        if (type.isInstance(proxy)) {
            return proxy;
        }
        for (CacheInterceptor each : interceptors) {
            if (type.isInstance(each)) {
                return each;
            }
        }
        return cache.unwrap(type);
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) {
        try {
            return method.invoke(cache, arguments);
        } catch (InvocationTargetException thrown) {
            throw unchecked(method, thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new LinkageError("a method of a public interface cannot be called: " + method, impossible);
        }
    }

    private static RuntimeException unchecked(Method method, @Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException failure
                ? failure
                : new CacheException("'" + method.getName() + "' threw a checked exception", thrown);
    }

    /** A call that is about to reach the interceptor of this number. */
    private final class Step implements CacheCall {
        private final int number;
        private final Method method;
        private final @Nullable Object[] arguments;

        Step(int number, Method method, @Nullable Object[] arguments) {
            this.number = number;
            this.method = method;
            this.arguments = arguments;
        }

        @Override
        public String cache() {
            return cache.getName();
        }

        @Override
        public String operation() {
            return method.getName();
        }

        @Override
        public List<@Nullable Object> arguments() {
            return Collections.unmodifiableList(Arrays.asList(arguments));
        }

        @Override
        public @Nullable Object proceed() {
            return number < interceptors.size()
                    ? interceptors.get(number).around(new Step(number + 1, method, arguments))
                    : call(method, arguments);
        }
    }
}
