package dev.larder.internal.cache;

import dev.larder.AsyncCache;
import dev.larder.LarderCache;
import dev.larder.PutOptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs each operation of a cache as a stage: in the calling thread if nothing has to be waited for, otherwise on the
 * executor.
 */
final class AsyncCacheAdapter<K, V> implements AsyncCache<K, V> {
    private final LarderCache<K, V> cache;
    private final Executor executor;
    private final Executor background;

    /**
     * @param executor for the operations; runs them in the calling thread if the store is in memory
     * @param background for operations that call a loader
     */
    AsyncCacheAdapter(LarderCache<K, V> cache, Executor executor, Executor background) {
        this.cache = cache;
        this.executor = executor;
        this.background = background;
    }

    @Override
    public CompletionStage<@Nullable V> get(K key) {
        return stage(() -> cache.get(key));
    }

    @Override
    public CompletionStage<Map<K, V>> getAll(Set<? extends K> keys) {
        return stage(() -> cache.getAll(keys));
    }

    @Override
    public CompletionStage<Boolean> containsKey(K key) {
        return stage(() -> cache.containsKey(key));
    }

    @Override
    public CompletionStage<Void> put(K key, V value) {
        return done(() -> cache.put(key, value));
    }

    @Override
    public CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries) {
        return done(() -> cache.putAll(entries));
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(K key, V value) {
        return stage(() -> cache.putIfAbsent(key, value));
    }

    @Override
    public CompletionStage<@Nullable V> getAndPut(K key, V value) {
        return stage(() -> cache.getAndPut(key, value));
    }

    @Override
    public CompletionStage<Boolean> replace(K key, V value) {
        return stage(() -> cache.replace(key, value));
    }

    @Override
    public CompletionStage<Boolean> replace(K key, V oldValue, V newValue) {
        return stage(() -> cache.replace(key, oldValue, newValue));
    }

    @Override
    public CompletionStage<@Nullable V> getAndReplace(K key, V value) {
        return stage(() -> cache.getAndReplace(key, value));
    }

    @Override
    public CompletionStage<Boolean> remove(K key) {
        return stage(() -> cache.remove(key));
    }

    @Override
    public CompletionStage<Boolean> remove(K key, V oldValue) {
        return stage(() -> cache.remove(key, oldValue));
    }

    @Override
    public CompletionStage<@Nullable V> getAndRemove(K key) {
        return stage(() -> cache.getAndRemove(key));
    }

    @Override
    public CompletionStage<Void> removeAll(Set<? extends K> keys) {
        return done(() -> cache.removeAll(keys));
    }

    @Override
    public CompletionStage<Void> clear() {
        return done(cache::clear);
    }

    @Override
    public <T> CompletionStage<@Nullable T> invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments) {
        return stage(() -> cache.invoke(key, processor, arguments));
    }

    @Override
    public <T> CompletionStage<Map<K, EntryProcessorResult<T>>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        return stage(() -> cache.invokeAll(keys, processor, arguments));
    }

    /** The cache itself loads in the background; no thread waits for it. */
    @Override
    public CompletionStage<Void> loadAll(Set<? extends K> keys, boolean replaceExistingValues) {
        Loaded loaded = new Loaded();
        try {
            cache.loadAll(keys, replaceExistingValues, loaded);
        } catch (Exception | Error failure) {
            loaded.completeExceptionally(failure);
        }
        return loaded;
    }

    @Override
    public CompletionStage<@Nullable V> getOrLoad(
            K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options) {
        return stage(() -> cache.getOrLoad(key, loader, options), background);
    }

    @Override
    public CompletionStage<@Nullable V> refresh(K key) {
        return stage(() -> cache.refresh(key), background);
    }

    @Override
    public CompletionStage<Boolean> put(K key, V value, PutOptions options) {
        return stage(() -> cache.put(key, value, options));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<String> tags) {
        return done(() -> cache.invalidateTags(tags));
    }

    @Override
    public CompletionStage<Long> increment(K key, long delta) {
        return stage(() -> cache.increment(key, delta));
    }

    private CompletionStage<Void> done(Runnable operation) {
        return stage(() -> {
            operation.run();
            return null;
        });
    }

    private <T> CompletionStage<T> stage(Supplier<T> operation) {
        return stage(operation, executor);
    }

    private static <T> CompletionStage<T> stage(Supplier<T> operation, Executor executor) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        try {
            executor.execute(() -> complete(stage, operation));
        } catch (Exception | Error closedOrFull) {
            stage.completeExceptionally(closedOrFull);
        }
        return stage;
    }

    private static <T> void complete(CompletableFuture<T> stage, Supplier<T> operation) {
        try {
            stage.complete(operation.get());
        } catch (Exception | Error failure) {
            stage.completeExceptionally(failure);
        }
    }

    /** A stage that completes when a load ends. */
    private static final class Loaded extends CompletableFuture<Void> implements CompletionListener {
        @Override
        public void onCompletion() {
            complete(null);
        }

        @Override
        public void onException(Exception failure) {
            completeExceptionally(failure);
        }
    }
}
