package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns an operation and the entry it met into a {@link Turn}: asks the operation, then the expiry policy. */
final class Planner<K, V> {
    /** A moment at which nothing eternal has expired. */
    private static final long TIMELESS = 0;

    private final Shelf<K, V> shelf;
    private final Lifetimes lifetimes;
    private final Liveness liveness;
    private final String cache;
    private final Class<V> valueType;
    private final boolean eternal;

    Planner(Shelf<K, V> shelf, Lifetimes lifetimes, Liveness liveness, String cache, Class<V> valueType) {
        this.shelf = shelf;
        this.lifetimes = lifetimes;
        this.liveness = liveness;
        this.cache = cache;
        this.valueType = valueType;
        this.eternal = lifetimes.areEternal();
    }

    /** The turn of an operation that met this entry; nothing is written yet. */
    <R> Turn<K, V, R> plan(
            K key, Operation<K, V, R> operation, @Nullable Stored found, Function<K, @Nullable V> loads) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Verdict<V, R> verdict = operation.decide(new Current<>(key, live, shelf, loads));
        Stored next = next(key, verdict, live, now);
        return new Turn<>(key, found, live != null, hasExpired(found, now), verdict, next);
    }

    /**
     * The entry that an operation stores whatever it meets, with its verdict on meeting nothing; null if
     * it would expire at once, so that what is there matters after all.
     */
    <R> @Nullable Turn<K, V, R> planBlind(K key, Operation<K, V, R> operation) {
        Verdict<V, R> verdict = operation.decide(absent(key));
        V value = verdict.value();
        if (value == null) {
            return new Turn<>(key, null, false, false, verdict, null);
        }
        long now = timeFor(null);
        long expiry = lifetimes.ofCreation(now);
        return expiry <= now ? null : new Turn<>(key, null, false, false, verdict, shelf.prepare(key, value, expiry));
    }

    /** A blind turn once it is known what it replaced. */
    <R> Turn<K, V, R> afterwards(Turn<K, V, R> blind, Operation<K, V, R> operation, @Nullable Stored found) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Verdict<V, R> verdict = operation.decide(new Current<>(blind.key(), live, shelf, Planner::nothing));
        return new Turn<>(blind.key(), found, live != null, hasExpired(found, now), verdict, blind.next());
    }

    // Where everything is eternal nothing depends on the time, and a look at the clock costs as much as a read.
    private long timeFor(@Nullable Stored found) {
        return eternal && (found == null || found.expiry() == Stored.ETERNAL) ? TIMELESS : liveness.now();
    }

    private Current<K, V> absent(K key) {
        return new Current<>(key, null, shelf, Planner::nothing);
    }

    private @Nullable Stored next(K key, Verdict<V, ?> verdict, @Nullable Stored live, long now) {
        return switch (verdict.effect()) {
            case KEEP -> live;
            case REMOVE -> null;
            case ACCESS -> live == null ? null : accessed(live, now);
            case PUT, LOAD -> stored(key, verdict.value(), live, now);
        };
    }

    private @Nullable Stored accessed(Stored live, long now) {
        if (lifetimes.ignoreAccess()) {
            return live;
        }
        long expiry = lifetimes.ofAccess(now, live);
        if (expiry == live.expiry()) {
            return live;
        }
        return expiry <= now ? null : shelf.withExpiry(live, expiry);
    }

    private @Nullable Stored stored(K key, @Nullable V value, @Nullable Stored live, long now) {
        if (value == null) {
            throw new IllegalStateException("nothing to store at key '" + key + "'");
        }
        refuseAnotherType(key, value);
        long expiry = live == null ? lifetimes.ofCreation(now) : lifetimes.ofUpdate(now, live);
        return expiry <= now ? null : shelf.prepare(key, value, expiry);
    }

    // Callers' values are checked at the face of the cache; loaders and processors come this way.
    private void refuseAnotherType(K key, Object value) {
        if (valueType != Object.class && !valueType.isInstance(value)) {
            throw new ClassCastException("cache '" + cache + "': the value for key '" + key + "' is a "
                    + value.getClass().getName() + ", but the cache was created for values of " + valueType.getName());
        }
    }

    private @Nullable Stored liveAt(long now, @Nullable Stored found) {
        return found != null && liveness.isLiveAt(now, found) ? found : null;
    }

    private static boolean hasExpired(@Nullable Stored found, long now) {
        return found != null && found.isExpiredAt(now);
    }

    private static <K, V> @Nullable V nothing(K key) {
        return null;
    }
}
