package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.AsyncCache;
import dev.larder.LarderCache;
import dev.larder.contract.CacheCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.cache.Cache;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that each asynchronous operation completes with the result of the operation of the same name. */
@Timeout(120)
public abstract class AsynchronyContract extends CacheCase {
    private Cache<String, Integer> cache;
    private AsyncCache<String, Integer> async;

    @BeforeEach
    void open() {
        cache = cache();
        async = async(cache);
    }

    @SuppressWarnings("unchecked")
    private static AsyncCache<String, Integer> async(Cache<String, Integer> cache) {
        return cache.unwrap(LarderCache.class).async();
    }

    private static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException | TimeoutException hanging) {
            throw new AssertionError(hanging);
        }
    }

    @Test
    void singleOperations_giveWhatTheirNamesakesGive() {
        assertThat(result(async.get("a"))).isNull();
        assertThat(result(async.putIfAbsent("a", 1))).isTrue();
        assertThat(result(async.putIfAbsent("a", 2))).isFalse();
        assertThat(result(async.getAndPut("a", 2))).isEqualTo(1);
        assertThat(result(async.replace("a", 3))).isTrue();
        assertThat(result(async.replace("a", 2, 4))).isFalse();
        assertThat(result(async.getAndReplace("a", 4))).isEqualTo(3);
        assertThat(result(async.increment("a", 4))).isEqualTo(8);
        assertThat(result(async.invoke("a", Increment.BY_ONE))).isEqualTo(9);
        assertThat(result(async.containsKey("a"))).isTrue();
        assertThat(result(async.remove("a", 1))).isFalse();
        assertThat(result(async.getAndRemove("a"))).isEqualTo(9);
        assertThat(result(async.remove("a"))).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // the key is present
    void bulkOperations_giveWhatTheirNamesakesGive() {
        result(async.putAll(Map.of("a", 1, "b", 2)));
        result(async.put("c", 3));
        assertThat(result(async.getAll(Set.of("a", "b", "x")))).containsOnly(Map.entry("a", 1), Map.entry("b", 2));
        assertThat(result(async.invokeAll(Set.of("a"), Increment.BY_ONE)))
                .hasEntrySatisfying("a", given -> assertThat(given.get()).isEqualTo(2));
        result(async.removeAll(Set.of("a")));
        assertThat(cache.containsKey("a")).isFalse();
        result(async.clear());
        assertThat(cache.containsKey("b")).isFalse();
    }

    @Test
    void loadAll_isCompleteWhenLoaded() {
        CacheLoader<String, Integer> loader = new CacheLoader<>() {
            @Override
            public Integer load(String key) {
                return key.length();
            }

            @Override
            public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
                return Map.of("a", 1, "bb", 2);
            }
        };
        Cache<String, Integer> loading = cache(configuration().setCacheLoaderFactory(() -> loader));
        result(async(loading).loadAll(Set.of("a", "bb"), true));
        assertThat(loading.get("bb")).isEqualTo(2);
    }

    @Test
    void manyAtOnce_areAllDone() {
        List<CompletionStage<Long>> stages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            stages.add(async.increment("k", 1));
        }
        stages.forEach(AsynchronyContract::result);
        assertThat(cache.get("k")).isEqualTo(500);
    }

    @Test
    @SuppressWarnings("NullAway") // nulls are what is tested
    void failures_ofOperationArgumentAndState_areTheStages() {
        assertThatThrownBy(() -> result(async.get(null))).hasCauseInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> result(async.loadAll(null, true))).hasCauseInstanceOf(NullPointerException.class);
        cache.close();
        assertThatThrownBy(() -> result(async.get("a"))).hasCauseInstanceOf(IllegalStateException.class);
    }
}
