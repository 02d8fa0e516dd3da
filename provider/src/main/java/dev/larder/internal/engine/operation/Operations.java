package dev.larder.internal.engine.operation;

import static dev.larder.internal.engine.operation.LookupOutcome.HIT;
import static dev.larder.internal.engine.operation.LookupOutcome.MISS;
import static dev.larder.internal.engine.operation.LookupOutcome.UNCOUNTED;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/**
 * Every keyed operation of JSR-107 and of {@code LarderCache} as a value. This is the only place that defines what each
 * one means.
 */
public final class Operations {
    private static final Operation<Object, Object, Object> GET = countedOperation(
            Operation.Kind.READ, entryView -> read(entryView, entryView.loads(), () -> EntryOptions.NONE));
    private static final Operation<Object, Object, Object> NEXT = operation(
            Operation.Kind.READ,
            entryView ->
                    entryView.isPresent() ? Decision.access(entryView.value(), HIT) : Decision.keep(null, UNCOUNTED));
    private static final Operation<Object, Object, Object> SWEEP =
            operation(Operation.Kind.READ, entryView -> Decision.keep(null, UNCOUNTED));
    private static final Operation<Object, Object, Boolean> REMOVE =
            operation(Operation.Kind.REMOVE, entryView -> Decision.remove(entryView.isPresent(), UNCOUNTED));
    private static final Operation<Object, Object, Object> GET_AND_REMOVE = operation(
            Operation.Kind.REMOVE, entryView -> Decision.remove(entryView.value(), entryView.lookupOutcome()));

    private Operations() {}

    /** {@code Cache.get}: the value, or what the loader gives. */
    @SuppressWarnings("unchecked")
    public // it does not depend on the types
    static <K, V> Operation<K, V, V> get() {
        return (Operation<K, V, V>) (Operation<?, ?, ?>) GET;
    }

    /** {@code Iterator.next} on an entry just read: a hit if it is still live. */
    @SuppressWarnings("unchecked")
    public static <K, V> Operation<K, V, V> next() {
        return (Operation<K, V, V>) (Operation<?, ?, ?>) NEXT;
    }

    /** Changes nothing, except that an expired entry is removed and reported. */
    @SuppressWarnings("unchecked")
    public static <K, V> Operation<K, V, Void> sweep() {
        return (Operation<K, V, Void>) (Operation<?, ?, ?>) SWEEP;
    }

    /** {@code Cache.put}. */
    public static <K, V> Operation<K, V, Void> put(V value) {
        return operation(Operation.Kind.PUT, entryView -> Decision.put(value, null, UNCOUNTED));
    }

    /** {@code LarderCache.put}. The result of the operation itself is always true. */
    public static <K, V> Operation<K, V, Boolean> put(V value, EntryOptions entryOptions) {
        return operation(Operation.Kind.PUT, entryView -> Decision.<V, Boolean>put(value, true, UNCOUNTED)
                .withEntryOptions(entryOptions));
    }

    /** {@code Cache.getAndPut}. */
    public static <K, V> Operation<K, V, V> getAndPut(V value) {
        return operation(
                Operation.Kind.SWAP, entryView -> Decision.put(value, entryView.value(), entryView.lookupOutcome()));
    }

    /** {@code Cache.putIfAbsent}. */
    public static <K, V> Operation<K, V, Boolean> putIfAbsent(V value) {
        return operation(
                Operation.Kind.CREATE,
                entryView -> entryView.isPresent() ? Decision.keep(false, HIT) : Decision.put(value, true, MISS));
    }

    /** {@code Cache.remove(key)}. */
    @SuppressWarnings("unchecked")
    public static <K, V> Operation<K, V, Boolean> remove() {
        return (Operation<K, V, Boolean>) (Operation<?, ?, ?>) REMOVE;
    }

    /** {@code Cache.getAndRemove}. */
    @SuppressWarnings("unchecked")
    public static <K, V> Operation<K, V, V> getAndRemove() {
        return (Operation<K, V, V>) (Operation<?, ?, ?>) GET_AND_REMOVE;
    }

    /** {@code Cache.remove(key, oldValue)}: a mismatch is an access and a hit. */
    public static <K, V> Operation<K, V, Boolean> remove(V expected) {
        return operation(Operation.Kind.REMOVE_EXPECTED, entryView -> {
            if (!entryView.isPresent()) {
                return Decision.keep(false, MISS);
            }
            return entryView.holds(expected) ? Decision.remove(true, HIT) : Decision.access(false, HIT);
        });
    }

    /** {@code Cache.replace(key, value)}. */
    public static <K, V> Operation<K, V, Boolean> replace(V value) {
        return operation(
                Operation.Kind.UPDATE,
                entryView -> entryView.isPresent() ? Decision.put(value, true, HIT) : Decision.keep(false, MISS));
    }

    /** {@code Cache.replace(key, oldValue, newValue)}: a mismatch is an access and a hit. */
    public static <K, V> Operation<K, V, Boolean> replace(V expected, V value) {
        return operation(Operation.Kind.UPDATE, entryView -> {
            if (!entryView.isPresent()) {
                return Decision.keep(false, MISS);
            }
            return entryView.holds(expected) ? Decision.put(value, true, HIT) : Decision.access(false, HIT);
        });
    }

    /** {@code Cache.getAndReplace}. */
    public static <K, V> Operation<K, V, V> getAndReplace(V value) {
        return operation(
                Operation.Kind.UPDATE,
                entryView -> entryView.isPresent()
                        ? Decision.put(value, entryView.value(), HIT)
                        : Decision.keep(null, MISS));
    }

    /** One key of {@code Cache.loadAll} with {@code replaceExistingValues}. */
    public static <K, V> Operation<K, V, Void> load(V value, EntryOptions entryOptions) {
        return operation(Operation.Kind.UPDATE, entryView -> Decision.<V, Void>load(value, null, UNCOUNTED)
                .withEntryOptions(entryOptions));
    }

    /** One key of {@code Cache.loadAll} without {@code replaceExistingValues}. */
    public static <K, V> Operation<K, V, Void> loadIfAbsent(V value, EntryOptions entryOptions) {
        return operation(
                Operation.Kind.UPDATE,
                entryView -> entryView.isPresent()
                        ? Decision.keep(null, UNCOUNTED)
                        : Decision.<V, Void>load(value, null, UNCOUNTED).withEntryOptions(entryOptions));
    }

    /** {@code LarderCache.increment}. */
    public static <K, V> Operation<K, V, V> increment(CounterArithmetic<V> counterArithmetic, long delta) {
        return operation(Operation.Kind.UPDATE, entryView -> {
            V next = counterArithmetic.next(entryView.key(), entryView.value(), delta);
            return Decision.put(next, next, entryView.lookupOutcome());
        });
    }

    /**
     * {@code LarderCache.getOrLoad}.
     *
     * @param before gives the write options of the loaded value; called before the load
     */
    public static <K, V> Operation<K, V, V> getOrLoad(Function<K, @Nullable V> load, Supplier<EntryOptions> before) {
        return countedOperation(Operation.Kind.READ, entryView -> read(entryView, load, before));
    }

    /** {@code LarderCache.refresh}. */
    public static <K, V> Operation<K, V, V> refresh(Function<K, @Nullable V> load, Supplier<EntryOptions> before) {
        return operation(Operation.Kind.READ, entryView -> {
            EntryOptions entryOptions = before.get();
            V loaded = load.apply(entryView.key());
            return loaded == null
                    ? Decision.drop()
                    : Decision.<V, V>load(loaded, loaded, UNCOUNTED).withEntryOptions(entryOptions);
        });
    }

    /** {@code Cache.invoke}. What the processor throws becomes an {@link EntryProcessorException}. */
    public static <K, V, T> Operation<K, V, T> invoke(
            String cache, EntryProcessor<K, V, T> processor, Object... arguments) {
        return countedOperation(Operation.Kind.PROCESS, entryView -> process(cache, entryView, processor, arguments));
    }

    /** One key of {@code Cache.invokeAll}: a failure is the result of the key, and does not fail the call. */
    public static <K, V, T> Operation<K, V, EntryProcessorResult<T>> tryInvoke(
            String cache, EntryProcessor<K, V, T> processor, Object... arguments) {
        return countedOperation(Operation.Kind.PROCESS, entryView -> {
            try {
                Decision<V, T> decision = process(cache, entryView, processor, arguments);
                T result = decision.result();
                return new Decision<>(
                        decision.entryAction(),
                        decision.value(),
                        result == null ? null : () -> result,
                        decision.lookupOutcome());
            } catch (EntryProcessorException failure) {
                return Decision.keep(failed(failure), entryView.lookupOutcome());
            }
        });
    }

    /** The result of a key whose processing failed. */
    public static <T> EntryProcessorResult<T> failed(RuntimeException failure) {
        return () -> {
            throw failure instanceof EntryProcessorException known ? known : new EntryProcessorException(failure);
        };
    }

    private static <K, V> Decision<V, V> read(
            EntryView<K, V> entryView, Function<K, @Nullable V> load, Supplier<EntryOptions> before) {
        return entryView.isPresent() ? Decision.access(entryView.value(), HIT) : entryView.loaded(load, before);
    }

    private static <K, V, T> Decision<V, T> process(
            String cache, EntryView<K, V> entryView, EntryProcessor<K, V, T> processor, Object... arguments) {
        ProcessorEntry<K, V> entry = new ProcessorEntry<>(entryView);
        return entry.decision(resultOf(cache, processor, entry, arguments));
    }

    private static <K, V, T> @Nullable T resultOf(
            String cache, EntryProcessor<K, V, T> processor, ProcessorEntry<K, V> entry, Object... arguments) {
        try {
            return processor.process(entry, arguments);
        } catch (EntryProcessorException alreadyWrapped) {
            throw alreadyWrapped;
        } catch (Exception failure) {
            throw new EntryProcessorException(
                    "cache '" + cache + "': the entry processor failed on key '" + entry.getKey() + "': " + failure,
                    failure);
        }
    }

    private static <K, V, R> Operation<K, V, R> operation(
            Operation.Kind kind, Function<EntryView<K, V>, Decision<V, R>> decision) {
        return new FunctionOperation<>(kind, decision, false);
    }

    // Calls user code after its lookup. The lookup counts whatever that code does.
    private static <K, V, R> Operation<K, V, R> countedOperation(
            Operation.Kind kind, Function<EntryView<K, V>, Decision<V, R>> decision) {
        return new FunctionOperation<>(kind, decision, true);
    }

    /** An operation made of its parts. */
    private record FunctionOperation<K, V, R>(
            Operation.Kind kind, Function<EntryView<K, V>, Decision<V, R>> decision, boolean countsIfFailed)
            implements Operation<K, V, R> {
        @Override
        public Decision<V, R> decide(EntryView<K, V> entryView) {
            return decision.apply(entryView);
        }
    }
}
