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
 * The loads of one cache that are under way in this JVM. Who misses a key that somebody is loading waits and
 * shares the outcome: that there is nothing, or that the loader failed. A value he reads from the store, so
 * that he has his own copy of it.
 *
 * <p>A thread that holds a {@link OperationLock}, and so may be at work on behalf of somebody else's wait, never waits
 * here: it loads by itself. Nor does anybody wait for ever, since loaders may wait for each other by way of other
 * threads: a load that takes too long is overtaken by one of those who wait, and the others wait for that one.
 */
final class InFlightLoads<K> {
    private final String cache;
    private final long patience;
    private final KeyTable<InFlightLoad> underway = new KeyTable<>();

    /**
     * @param patience how long a load is waited for
     */
    InFlightLoads(String cache, Duration patience) {
        this.cache = cache;
        this.patience = patience.toNanos();
    }

    /** What came of waiting. */
    enum Outcome {
        /** Nobody was waited for, or whoever was died. */
        NONE,
        /** The load takes too long; it is not waited for any more. */
        OVERDUE,
        /** The loader had no value. */
        ABSENT,
        /** There is a value in the store, or was. */
        LOADED
    }

    /**
     * Waits for the load of a key, if one is under way and this thread may wait.
     *
     * @throws RuntimeException what the load failed with
     * @throws CacheException if this thread is interrupted; it keeps its flag
     */
    Outcome await(K key) {
        InFlightLoad inFlightLoad = underway.find(key);
        if (inFlightLoad == null || !mayWaitFor(inFlightLoad)) {
            return Outcome.NONE;
        }
        try {
            if (inFlightLoad.await(patience)) {
                return inFlightLoad.outcome();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheException(
                    "cache '" + cache + "': interrupted while another thread was loading key '" + key
                            + "'; ask again when the thread is not interrupted any more",
                    interrupted);
        }
        underway.remove(inFlightLoad);
        return Outcome.OVERDUE;
    }

    private static boolean mayWaitFor(InFlightLoad inFlightLoad) {
        return !inFlightLoad.isLedHere() && HeldLocks.current().mayAwaitTurn();
    }

    /**
     * Loads a key, so that others may wait for it; beside a load that is under way.
     *
     * @param found whether the load has come to a value
     */
    <T> T lead(K key, Supplier<T> load, Predicate<T> found) {
        InFlightLoad inFlightLoad = prepare(key);
        underway.putIfAbsent(inFlightLoad);
        return led(inFlightLoad, load, found);
    }

    /**
     * {@link #lead}, unless somebody has begun whom this thread may wait for.
     *
     * @return null if somebody has
     */
    <T> @Nullable T leadAlone(K key, Supplier<T> load, Predicate<T> found) {
        InFlightLoad inFlightLoad = prepare(key);
        InFlightLoad other = underway.putIfAbsent(inFlightLoad);
        return other == null || !mayWaitFor(other) ? led(inFlightLoad, load, found) : null;
    }

    private InFlightLoad prepare(K key) {
        HeldLocks.prepare();
        return new InFlightLoad(key);
    }

    private <T> T led(InFlightLoad inFlightLoad, Supplier<T> load, Predicate<T> found) {
        try {
            T loaded = load.get();
            inFlightLoad.succeed(found.test(loaded) ? Outcome.LOADED : Outcome.ABSENT);
            return loaded;
        } catch (RuntimeException failure) {
            inFlightLoad.fail(failure);
            throw failure;
        } finally {
            // Who waited, and finds that he has to load after all, does not meet it again: landed is as good as gone.
            inFlightLoad.land();
            underway.remove(inFlightLoad);
        }
    }
}
