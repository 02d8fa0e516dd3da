package dev.larder;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/**
 * The main operations of a cache as stages. A stage completes with the result of the operation of the same name, or
 * with the exception that it throws. That includes exceptions about arguments and about a closed cache. Obtained by
 * {@link LarderCache#async()}. Thread-safe.
 *
 * <p>On an object store without a loader or writer, the operation runs in the calling thread and is complete when the
 * method returns. In every other case the manager's executor runs it (see {@code larder.executor} in the
 * documentation). Dependent stages run there too, unless they name another executor. The threads of that executor
 * therefore bound the number of operations in flight, not the number of callers. Operations on one key that were
 * started one after the other may run in any order, unless one waits for the stage of the other.
 */
public interface AsyncCache<K, V> {
    /** {@link Cache#get}: null if there is no value. */
    CompletionStage<@Nullable V> get(K key);

    /** {@link Cache#getAll}. */
    CompletionStage<Map<K, V>> getAll(Set<? extends K> keys);

    /** {@link Cache#containsKey}. */
    CompletionStage<Boolean> containsKey(K key);

    /** {@link Cache#put}. */
    CompletionStage<Void> put(K key, V value);

    /** {@link Cache#putAll}. */
    CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries);

    /** {@link Cache#putIfAbsent}. */
    CompletionStage<Boolean> putIfAbsent(K key, V value);

    /** {@link Cache#getAndPut}. */
    CompletionStage<@Nullable V> getAndPut(K key, V value);

    /** {@link Cache#replace(Object, Object)}. */
    CompletionStage<Boolean> replace(K key, V value);

    /** {@link Cache#replace(Object, Object, Object)}. */
    CompletionStage<Boolean> replace(K key, V oldValue, V newValue);

    /** {@link Cache#getAndReplace}. */
    CompletionStage<@Nullable V> getAndReplace(K key, V value);

    /** {@link Cache#remove(Object)}. */
    CompletionStage<Boolean> remove(K key);

    /** {@link Cache#remove(Object, Object)}. */
    CompletionStage<Boolean> remove(K key, V oldValue);

    /** {@link Cache#getAndRemove}. */
    CompletionStage<@Nullable V> getAndRemove(K key);

    /** {@link Cache#removeAll(Set)}. */
    CompletionStage<Void> removeAll(Set<? extends K> keys);

    /** {@link Cache#clear}. */
    CompletionStage<Void> clear();

    /** {@link Cache#invoke}. */
    <T> CompletionStage<@Nullable T> invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments);

    /** {@link Cache#invokeAll}. */
    <T> CompletionStage<Map<K, EntryProcessorResult<T>>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments);

    /** {@link Cache#loadAll}: completes when all keys are loaded. */
    CompletionStage<Void> loadAll(Set<? extends K> keys, boolean replaceExistingValues);

    /** {@link LarderCache#getOrLoad(Object, Function, PutOptions)}. The loader runs on the manager's executor. */
    CompletionStage<@Nullable V> getOrLoad(
            K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options);

    /** {@link LarderCache#refresh}, on the manager's executor. */
    CompletionStage<@Nullable V> refresh(K key);

    /** {@link LarderCache#put(Object, Object, PutOptions)}. */
    CompletionStage<Boolean> put(K key, V value, PutOptions options);

    /** {@link LarderCache#invalidateTags}. */
    CompletionStage<Void> invalidateTags(Set<String> tags);

    /** {@link LarderCache#increment}. */
    CompletionStage<Long> increment(K key, long delta);
}
