package dev.larder.internal.engine;

import static dev.larder.internal.engine.Presence.HIT;
import static dev.larder.internal.engine.Presence.MISS;
import static dev.larder.internal.engine.Presence.UNCOUNTED;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** Every keyed operation of JSR-107 as a small value: the one place where its meaning stands. */
public final class Operations {
    private static final Operation<Object, Object, Object> GET =
            looking(Operation.Kind.READ, current -> read(current, current.loads(), () -> Terms.NONE));
    private static final Operation<Object, Object, Object> NEXT = named(
            Operation.Kind.READ,
            current -> current.isPresent() ? Verdict.access(current.value(), HIT) : Verdict.keep(null, UNCOUNTED));
    private static final Operation<Object, Object, Object> SWEEP =
            named(Operation.Kind.READ, current -> Verdict.keep(null, UNCOUNTED));
    private static final Operation<Object, Object, Boolean> REMOVE =
            named(Operation.Kind.REMOVE, current -> Verdict.remove(current.isPresent(), UNCOUNTED));
    private static final Operation<Object, Object, Object> GET_AND_REMOVE =
            named(Operation.Kind.REMOVE, current -> Verdict.remove(current.value(), current.presence()));

    private Operations() {}

    /** {@code Cache.get}: the value, or what the loader gives. */
    @SuppressWarnings("unchecked") // it never looks at the types
    static <K, V> Operation<K, V, V> get() {
        return (Operation<K, V, V>) (Operation<?, ?, ?>) GET;
    }

    /** {@code Iterator.next} on an entry just seen: a hit if it is still there. */
    @SuppressWarnings("unchecked")
    static <K, V> Operation<K, V, V> next() {
        return (Operation<K, V, V>) (Operation<?, ?, ?>) NEXT;
    }

    /** Nothing at all, but an expired entry goes, and is reported. */
    @SuppressWarnings("unchecked")
    static <K, V> Operation<K, V, Void> sweep() {
        return (Operation<K, V, Void>) (Operation<?, ?, ?>) SWEEP;
    }

    /** {@code Cache.put}. */
    public static <K, V> Operation<K, V, Void> put(V value) {
        return named(Operation.Kind.PUT, current -> Verdict.put(value, null, UNCOUNTED));
    }

    /** {@code LarderCache.put}: always true, as far as the operation goes. */
    static <K, V> Operation<K, V, Boolean> put(V value, Terms terms) {
        return named(Operation.Kind.PUT, current -> Verdict.<V, Boolean>put(value, true, UNCOUNTED)
                .on(terms));
    }

    /** {@code Cache.getAndPut}. */
    public static <K, V> Operation<K, V, V> getAndPut(V value) {
        return named(Operation.Kind.SWAP, current -> Verdict.put(value, current.value(), current.presence()));
    }

    /** {@code Cache.putIfAbsent}. */
    public static <K, V> Operation<K, V, Boolean> putIfAbsent(V value) {
        return named(
                Operation.Kind.CREATE,
                current -> current.isPresent() ? Verdict.keep(false, HIT) : Verdict.put(value, true, MISS));
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
        return named(Operation.Kind.REMOVE_EXPECTED, current -> {
            if (!current.isPresent()) {
                return Verdict.keep(false, MISS);
            }
            return current.holds(expected) ? Verdict.remove(true, HIT) : Verdict.access(false, HIT);
        });
    }

    /** {@code Cache.replace(key, value)}. */
    public static <K, V> Operation<K, V, Boolean> replace(V value) {
        return named(
                Operation.Kind.UPDATE,
                current -> current.isPresent() ? Verdict.put(value, true, HIT) : Verdict.keep(false, MISS));
    }

    /** {@code Cache.replace(key, oldValue, newValue)}: a mismatch is an access and a hit. */
    public static <K, V> Operation<K, V, Boolean> replace(V expected, V value) {
        return named(Operation.Kind.UPDATE, current -> {
            if (!current.isPresent()) {
                return Verdict.keep(false, MISS);
            }
            return current.holds(expected) ? Verdict.put(value, true, HIT) : Verdict.access(false, HIT);
        });
    }

    /** {@code Cache.getAndReplace}. */
    public static <K, V> Operation<K, V, V> getAndReplace(V value) {
        return named(
                Operation.Kind.UPDATE,
                current -> current.isPresent() ? Verdict.put(value, current.value(), HIT) : Verdict.keep(null, MISS));
    }

    /** One key of {@code Cache.loadAll} with {@code replaceExistingValues}. */
    static <K, V> Operation<K, V, Void> load(V value, Terms terms) {
        return named(Operation.Kind.UPDATE, current -> Verdict.<V, Void>load(value, null, UNCOUNTED)
                .on(terms));
    }

    /** One key of {@code Cache.loadAll} without {@code replaceExistingValues}. */
    static <K, V> Operation<K, V, Void> loadIfAbsent(V value, Terms terms) {
        return named(
                Operation.Kind.UPDATE,
                current -> current.isPresent()
                        ? Verdict.keep(null, UNCOUNTED)
                        : Verdict.<V, Void>load(value, null, UNCOUNTED).on(terms));
    }

    /** {@code LarderCache.increment}. */
    static <K, V> Operation<K, V, V> increment(Counting<V> counting, long delta) {
        return named(Operation.Kind.UPDATE, current -> {
            V next = counting.next(current.key(), current.value(), delta);
            return Verdict.put(next, next, current.presence());
        });
    }

    /**
     * {@code LarderCache.getOrLoad}.
     *
     * @param before the terms of what is loaded, as of the moment of the call
     */
    static <K, V> Operation<K, V, V> getOrLoad(Function<K, @Nullable V> load, Supplier<Terms> before) {
        return looking(Operation.Kind.READ, current -> read(current, load, before));
    }

    /** {@code LarderCache.refresh}. */
    static <K, V> Operation<K, V, V> refresh(Function<K, @Nullable V> load, Supplier<Terms> before) {
        return named(Operation.Kind.READ, current -> {
            Terms terms = before.get();
            V loaded = load.apply(current.key());
            return loaded == null
                    ? Verdict.drop()
                    : Verdict.<V, V>load(loaded, loaded, UNCOUNTED).on(terms);
        });
    }

    /** {@code Cache.invoke}; what the processor throws arrives as {@link EntryProcessorException}. */
    public static <K, V, T> Operation<K, V, T> invoke(
            String cache, EntryProcessor<K, V, T> processor, Object... arguments) {
        return looking(Operation.Kind.PROCESS, current -> process(cache, current, processor, arguments));
    }

    /** One key of {@code Cache.invokeAll}: a failure is the key's result, not the call's. */
    static <K, V, T> Operation<K, V, EntryProcessorResult<T>> tryInvoke(
            String cache, EntryProcessor<K, V, T> processor, Object... arguments) {
        return looking(Operation.Kind.PROCESS, current -> {
            try {
                Verdict<V, T> verdict = process(cache, current, processor, arguments);
                T result = verdict.result();
                return new Verdict<>(
                        verdict.effect(), verdict.value(), result == null ? null : () -> result, verdict.presence());
            } catch (EntryProcessorException failure) {
                return Verdict.keep(failed(failure), current.presence());
            }
        });
    }

    /** The result of a key whose processing failed. */
    static <T> EntryProcessorResult<T> failed(RuntimeException failure) {
        return () -> {
            throw failure instanceof EntryProcessorException known ? known : new EntryProcessorException(failure);
        };
    }

    private static <K, V> Verdict<V, V> read(
            Current<K, V> current, Function<K, @Nullable V> load, Supplier<Terms> before) {
        return current.isPresent() ? Verdict.access(current.value(), HIT) : current.loaded(load, before);
    }

    private static <K, V, T> Verdict<V, T> process(
            String cache, Current<K, V> current, EntryProcessor<K, V, T> processor, Object... arguments) {
        ProcessorEntry<K, V> entry = new ProcessorEntry<>(current);
        return entry.verdict(resultOf(cache, processor, entry, arguments));
    }

    private static <K, V, T> @Nullable T resultOf(
            String cache, EntryProcessor<K, V, T> processor, ProcessorEntry<K, V> entry, Object... arguments) {
        try {
            return processor.process(entry, arguments);
        } catch (EntryProcessorException alreadyWrapped) {
            throw alreadyWrapped;
        } catch (RuntimeException failure) {
            throw new EntryProcessorException(
                    "cache '" + cache + "': the entry processor failed on key '" + entry.getKey() + "': " + failure,
                    failure);
        }
    }

    private static <K, V, R> Operation<K, V, R> named(
            Operation.Kind kind, Function<Current<K, V>, Verdict<V, R>> decision) {
        return new Named<>(kind, decision, false);
    }

    // Calls user code after its look, which counts whatever that code does.
    private static <K, V, R> Operation<K, V, R> looking(
            Operation.Kind kind, Function<Current<K, V>, Verdict<V, R>> decision) {
        return new Named<>(kind, decision, true);
    }

    /** An operation made of its parts. */
    private record Named<K, V, R>(
            Operation.Kind kind, Function<Current<K, V>, Verdict<V, R>> decision, boolean countsIfFailed)
            implements Operation<K, V, R> {
        @Override
        public Verdict<V, R> decide(Current<K, V> current) {
            return decision.apply(current);
        }
    }
}
