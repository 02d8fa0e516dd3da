package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.CacheCase;
import dev.larder.contract.UserCodeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListenerFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests loaders that throw, or return null or a wrong type. */
public abstract class BadLoaderContract extends CacheCase {
    @Test
    void get_loaderThrows_saysSoAndStoresNothing() {
        Cache<String, Integer> cache = loading(BadLoaderContract::fail);
        assertNamed(catchThrowable(() -> cache.get("b")), cache, "b");
        assertUnchanged(cache);
    }

    @Test
    void get_loaderThrowsTheStandardsException_thatIsIt() {
        CacheLoaderException own = new CacheLoaderException("own");
        Cache<String, Integer> cache = loading(key -> {
            throw own;
        });
        assertThatThrownBy(() -> cache.get("b")).isSameAs(own);
        assertUnchanged(cache);
    }

    @Test
    void getAll_loaderThrows_saysSoAndStoresNothing() {
        Cache<String, Integer> cache = loading(BadLoaderContract::fail);
        assertThatThrownBy(() -> cache.getAll(Set.of("a", "b", "c")))
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertUnchanged(cache);
    }

    @Test
    void invoke_loaderThrows_saysSoAndStoresNothing() {
        Cache<String, Integer> cache = loading(BadLoaderContract::fail);
        assertThatThrownBy(() -> cache.invoke("b", (entry, none) -> entry.getValue()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'b'")
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertUnchanged(cache);
    }

    @Test
    void loadAll_loaderThrows_notifiesTheCompletionListener() {
        Cache<String, Integer> cache = loading(BadLoaderContract::fail);
        CompletionListenerFuture done = new CompletionListenerFuture();
        cache.loadAll(Set.of("b", "c"), true, done);
        assertThatThrownBy(() -> done.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertUnchanged(cache);
    }

    @Test
    void loadAll_loaderThrowsError_notifiesTheCompletionListener() {
        Cache<String, Integer> cache = loading(key -> {
            throw new StackOverflowError();
        });
        assertCompletedByAnError(cache);
        assertUnchanged(cache);
    }

    @Test
    void loadAll_cacheListenerThrowsError_notifiesTheCompletionListener() {
        Cache<String, Integer> cache = loading(key -> 1);
        CacheEntryCreatedListener<String, Integer> dies = events -> {
            throw new StackOverflowError();
        };
        cache.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<>(() -> dies, null, false, true));
        assertCompletedByAnError(cache);
        assertThat(cache).hasSize(3);
    }

    private static void assertCompletedByAnError(Cache<String, Integer> cache) {
        CompletionListenerFuture done = new CompletionListenerFuture();
        cache.loadAll(Set.of("b", "c"), true, done);
        assertThatThrownBy(() -> done.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void get_loaderReturnsNull_isAMiss() {
        Cache<String, Integer> cache = loading(key -> null);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.getAll(Set.of("b", "c"))).isEmpty();
        assertUnchanged(cache);
    }

    @Test
    void get_afterTheLoaderRecovers_loads() {
        int[] calls = new int[1];
        Cache<String, Integer> cache = loading(key -> {
            if (calls[0]++ == 0) {
                throw new UserCodeException();
            }
            return 2;
        });
        assertThatThrownBy(() -> cache.get("b")).isInstanceOf(CacheLoaderException.class);
        assertThat(cache.get("b")).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("unchecked") // wrong types are what is tested
    void get_loaderReturnsAnotherType_throwsAndStoresNothing() {
        CacheLoader<String, ?> texts = new TextLoader();
        Cache<String, Integer> cache = cache(
                configuration().setReadThrough(true).setCacheLoaderFactory(() -> (CacheLoader<String, Integer>) texts));
        cache.put("a", 1);
        assertThatThrownBy(() -> cache.get("b"))
                .isInstanceOfAny(ClassCastException.class, CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'b'");
        assertThat(cache.containsKey("b")).isFalse();
    }

    private static Integer fail(String key) {
        throw new UserCodeException();
    }

    private Cache<String, Integer> loading(Function<String, @Nullable Integer> load) {
        Cache<String, Integer> cache =
                cache(configuration().setReadThrough(true).setCacheLoaderFactory(() -> new Loader(load)));
        cache.put("a", 1);
        return cache;
    }

    private static void assertNamed(Throwable failure, Cache<String, Integer> cache, String key) {
        assertThat(failure)
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'" + key + "'")
                .hasRootCauseInstanceOf(UserCodeException.class);
    }

    private static void assertUnchanged(Cache<String, Integer> cache) {
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache).hasSize(1);
    }

    /** Loads with a function. */
    private record Loader(Function<String, @Nullable Integer> load) implements CacheLoader<String, Integer> {
        @Override
        @SuppressWarnings("NullAway") // JSR-107 allows null for «no value»
        public Integer load(String key) {
            return load.apply(key);
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }

    /** Returns texts, whatever the value type of the cache. */
    private static final class TextLoader implements CacheLoader<String, String> {
        @Override
        public String load(String key) {
            return "two";
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            Map<String, String> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }
}
