package dev.larder.internal.engine.load;

import dev.larder.internal.engine.lock.OperationLock;
import dev.larder.internal.lock.HeldLocks;
import dev.larder.internal.lock.KeyTable;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * The in-flight loads of one cache in this JVM. A caller that misses a key while another thread loads it waits and
 * shares the outcome: no value, or the loader's failure. If there is a value, the caller reads it from the store, so
 * that it has its own copy.
 *
 * <p>A thread that holds an {@link OperationLock} never waits here, because other threads may be waiting for it; it
 * loads by itself. Every wait is limited, because loaders may wait for each other through other threads. One of the
 * waiting threads overtakes a load that takes too long, and the others wait for that one.
 */
public final class InFlightLoads<K> {
    private final String cache;
    private final long waitNanos;
    private final KeyTable<InFlightLoad> inFlight = new KeyTable<>();

    /**
     * @param waitNanos how long to wait for a load
     */
    public InFlightLoads(String cache, Duration waitNanos) {
        this.cache = cache;
        this.waitNanos = waitNanos.toNanos();
    }

    /** The outcome of waiting. */
    public enum Outcome {
        /** There was no load to wait for, or it ended with an Error. */
        NONE,
        /** The load takes too long, and is not waited for any longer. */
        TIMED_OUT,
        /** The loader had no value. */
        ABSENT,
        /** There is a value in the store, or was. */
        LOADED
    }

    /**
     * Waits for the load of a key, if one is in flight and this thread may wait.
     *
     * @throws RuntimeException what the load failed with
     * @throws CacheException if this thread is interrupted; it keeps its interrupt flag
     */
    public Outcome await(K key) {
        InFlightLoad inFlightLoad = inFlight.find(key);
        if (inFlightLoad == null || !mayWaitFor(inFlightLoad)) {
            return Outcome.NONE;
        }
        try {
            if (inFlightLoad.await(waitNanos)) {
                return inFlightLoad.outcome();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheException(
                    "cache '" + cache + "': interrupted while another thread was loading key '" + key
                            + "'; call again after clearing the interrupt",
                    interrupted);
        }
        inFlight.remove(inFlightLoad);
        return Outcome.TIMED_OUT;
    }

    private static boolean mayWaitFor(InFlightLoad inFlightLoad) {
        return !inFlightLoad.isRunByCurrentThread() && HeldLocks.mayAwaitLock();
    }

    /**
     * Loads a key and lets other threads wait for it, even if another load is already in flight.
     *
     * @param found whether the load has produced a value
     */
    public <T> T load(K key, Supplier<T> load, Predicate<T> found) {
        InFlightLoad inFlightLoad = prepare(key);
        inFlight.putIfAbsent(inFlightLoad);
        return runLoad(inFlightLoad, load, found);
    }

    /**
     * {@link #load}, unless a load is in flight that this thread may wait for.
     *
     * @return null if there is such a load
     */
    public <T> @Nullable T loadUnlessInFlight(K key, Supplier<T> load, Predicate<T> found) {
        InFlightLoad inFlightLoad = prepare(key);
        InFlightLoad other = inFlight.putIfAbsent(inFlightLoad);
        return other == null || !mayWaitFor(other) ? runLoad(inFlightLoad, load, found) : null;
    }

    private InFlightLoad prepare(K key) {
        HeldLocks.requireStack();
        return new InFlightLoad(key);
    }

    private <T> T runLoad(InFlightLoad inFlightLoad, Supplier<T> load, Predicate<T> found) {
        try {
            T loaded = load.get();
            inFlightLoad.succeed(found.test(loaded) ? Outcome.LOADED : Outcome.ABSENT);
            return loaded;
        } catch (RuntimeException failure) {
            inFlightLoad.fail(failure);
            throw failure;
        } finally {
            // The load must end before it is removed: a waiting thread that has to load after all then does not find it
            // again, since an ended load counts as absent.
            inFlightLoad.complete();
            inFlight.remove(inFlightLoad);
        }
    }
}
