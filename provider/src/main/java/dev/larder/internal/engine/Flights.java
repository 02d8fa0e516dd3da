package dev.larder.internal.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loads of one cache that are under way in this JVM. Who misses a key that somebody is loading waits and
 * shares the outcome: that there is nothing, or that the loader failed. A value he reads from the store, so
 * that he has his own copy of it.
 *
 * <p>A thread that holds a {@link Stripe}, and so may be at work on behalf of somebody else's wait, never waits
 * here: it loads by itself.
 */
final class Flights<K> {
    private final ConcurrentHashMap<K, CompletableFuture<Boolean>> underway = new ConcurrentHashMap<>();

    /** What came of waiting. */
    enum Outcome {
        /** Nobody was waited for. */
        NONE,
        /** The loader had no value. */
        ABSENT,
        /** There is a value in the store, or was. */
        LOADED
    }

    /**
     * Waits for the load of a key, if one is under way and this thread may wait.
     *
     * @throws RuntimeException what the load failed with
     */
    Outcome await(K key) {
        CompletableFuture<Boolean> flight = underway.get(key);
        if (flight == null || !Stripe.mayWait()) {
            return Outcome.NONE;
        }
        try {
            return flight.join() ? Outcome.LOADED : Outcome.ABSENT;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        } catch (CancellationException retried) {
            return Outcome.NONE;
        }
    }

    /**
     * Loads a key, so that others may wait for it; beside a load that is under way.
     *
     * @param found whether the load has come to a value
     */
    <T> T lead(K key, Supplier<T> load, Predicate<T> found) {
        CompletableFuture<Boolean> flight = new CompletableFuture<>();
        underway.putIfAbsent(key, flight);
        return led(key, flight, load, found);
    }

    /**
     * {@link #lead}, unless somebody has begun whom this thread may wait for.
     *
     * @return null if somebody has
     */
    <T> @Nullable T leadAlone(K key, Supplier<T> load, Predicate<T> found) {
        CompletableFuture<Boolean> flight = new CompletableFuture<>();
        boolean first = underway.putIfAbsent(key, flight) == null;
        return first || !Stripe.mayWait() ? led(key, flight, load, found) : null;
    }

    private <T> T led(K key, CompletableFuture<Boolean> flight, Supplier<T> load, Predicate<T> found) {
        try {
            T loaded = load.get();
            landed(key, flight).complete(found.test(loaded));
            return loaded;
        } catch (RuntimeException failure) {
            landed(key, flight).completeExceptionally(failure);
            throw failure;
        } finally {
            // After an Error: whoever waits asks again.
            landed(key, flight).cancel(false);
        }
    }

    // Out of sight before it is complete: who waited, and finds that he has to load after all, must not meet it again.
    private CompletableFuture<Boolean> landed(K key, CompletableFuture<Boolean> flight) {
        underway.remove(key, flight);
        return flight;
    }
}
