package dev.larder.internal.engine;

import dev.larder.internal.engine.Shortcuts.Keeping;
import dev.larder.internal.tag.TagStamps;
import dev.larder.internal.tag.Tags.Sight;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns an operation and the entry it met into a {@link Turn}: asks the operation, then the expiry policy. */
final class Planner<K, V> {
    /** A moment at which nothing eternal has expired. */
    private static final long TIMELESS = 0;

    /** Stands for a value that an invalidation has overtaken, so that it is not to be stored. */
    private static final Stored OVERTAKEN = new ObjectEntry("overtaken", Lifetimes.AT_ONCE);

    private final Shelf<K, V> shelf;
    private final Lifetimes lifetimes;
    private final Liveness liveness;
    private final Tagging<K, V> tagging;
    private final String cache;
    private final Class<V> valueType;
    private final boolean eternal;
    private final boolean keepsOwn;
    private final Decisions decisions;
    private volatile boolean givesOwn;

    Planner(
            Shelf<K, V> shelf,
            Lifetimes lifetimes,
            Liveness liveness,
            Tagging<K, V> tagging,
            String cache,
            Class<V> valueType) {
        this.shelf = shelf;
        this.lifetimes = lifetimes;
        this.liveness = liveness;
        this.tagging = tagging;
        this.cache = cache;
        this.valueType = valueType;
        this.eternal = lifetimes.areEternal();
        this.keepsOwn = lifetimes.sameForUpdateUnlessOwn();
        this.decisions = new Decisions(cache, shelf);
    }

    Decisions decisions() {
        return decisions;
    }

    /**
     * The turn of an operation that met this entry; nothing is written yet.
     *
     * @param before a look at the tags that came with the entry, null if none did
     */
    <R> Turn<K, V, R> plan(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            Function<K, @Nullable V> loads,
            @Nullable Sight before) {
        if (!tagging.hasTagger()) {
            return turn(key, operation, found, loads, null);
        }
        Sight early = loads instanceof Preloaded<K, V> preloaded ? preloaded.sight() : before;
        WatchedLoads<K, V> watched = new WatchedLoads<>(loads, tagging, early);
        return turn(key, operation, found, watched, watched);
    }

    private <R> Turn<K, V, R> turn(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            Function<K, @Nullable V> loads,
            @Nullable WatchedLoads<K, V> watched) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Stored stale = live == null && found != null && liveness.isStaleAt(now, found) ? found : null;
        decisions.found(key, found, live != null, found != null && !found.isExpiredAt(now));
        if (watched != null && live == null && operation.kind() == Operation.Kind.PROCESS) {
            watched.look();
        }
        Verdict<V, R> decided = operation.decide(new Current<>(key, live, stale, shelf, loads));
        Sight sight = watched == null ? null : watched.sight();
        Verdict<V, R> verdict = sight == null ? decided : decided.on(Terms.asOf(sight));
        Stored next = verdict.effect() == Effect.KEEP && live == null
                ? stale
                : next(key, verdict, live, isSource(operation) ? live : null, now);
        boolean expired = hasExpired(found, now);
        if (next == OVERTAKEN) {
            return overtaken(key, operation, found, live, expired, verdict);
        }
        return next != null && next != found && next.isExpiredAt(now)
                ? new Turn<>(key, found, live != null, expired, verdict, null, next)
                : new Turn<>(key, found, live != null, expired, verdict, next);
    }

    // What a processor sets still goes to the writer; anything else has not happened.
    private <R> Turn<K, V, R> overtaken(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            @Nullable Stored live,
            boolean expired,
            Verdict<V, R> verdict) {
        boolean written = operation.kind() == Operation.Kind.PROCESS && verdict.effect() == Effect.PUT;
        return new Turn<>(key, found, live != null, expired, written ? verdict : verdict.dropped(), live);
    }

    /**
     * The entry that an operation stores whatever it meets, with its verdict on meeting nothing; null if
     * what is there matters after all: it would expire at once, or take over a lifetime that only a look can tell.
     * The verdict's terms have the lifetime, if that is the entry's own.
     *
     * @param keeping what becomes of the lifetime of the entry that is replaced
     */
    <R> @Nullable Turn<K, V, R> planBlind(K key, Operation<K, V, R> operation, Keeping keeping) {
        Verdict<V, R> decided = operation.decide(absent(key));
        V value = decided.value();
        if (value == null) {
            return new Turn<>(key, null, false, false, decided, null);
        }
        long now = timeFor(null);
        Duration own = ownLifetime(key, value, decided.terms());
        if (own == null && keeping == Keeping.BY_LOOK) {
            return null;
        }
        Verdict<V, R> verdict = own == decided.terms().lifetime()
                ? decided
                : decided.on(decided.terms().living(own));
        long expiry = own == null ? lifetimes.ofCreation(now) : momentAfter(own);
        Stored next = expiry <= now ? null : prepared(key, value, expiry, verdict, null);
        if (next == OVERTAKEN) {
            return new Turn<>(key, null, false, false, verdict.dropped(), null);
        }
        boolean looks = next == null || keeping != Keeping.NONE && own == null && next instanceof HasTags;
        return looks ? null : new Turn<>(key, null, false, false, verdict, next);
    }

    /** A found entry with the lifetime of one that is created now, null if that would expire at once. */
    @Nullable
    Stored extended(K key, V value, Stored found) {
        long now = liveness.now();
        Duration own = ownLifetime(key, value, Terms.NONE);
        long expiry = own == null ? lifetimes.ofCreation(now) : momentAfter(own);
        return expiry <= now ? null : shelf.withExpiry(found, expiry);
    }

    /** A blind turn once it is known what it replaced. */
    <R> Turn<K, V, R> afterwards(Turn<K, V, R> blind, Operation<K, V, R> operation, @Nullable Stored found) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Verdict<V, R> verdict = operation.decide(new Current<>(blind.key(), live, null, shelf, Planner::nothing));
        return new Turn<>(blind.key(), found, live != null, hasExpired(found, now), verdict, blind.next());
    }

    // Where everything is eternal nothing depends on the time, and a look at the clock costs as much as a read.
    private long timeFor(@Nullable Stored found) {
        return eternal && (found == null || found.expiry() == Stored.ETERNAL) ? TIMELESS : liveness.now();
    }

    private Current<K, V> absent(K key) {
        return new Current<>(key, null, null, shelf, Planner::nothing);
    }

    private @Nullable Stored next(
            K key, Verdict<V, ?> verdict, @Nullable Stored live, @Nullable Stored source, long now) {
        return switch (verdict.effect()) {
            case KEEP -> live;
            case REMOVE, DROP -> null;
            case ACCESS -> live == null ? null : accessed(live, now);
            case PUT, LOAD -> stored(key, verdict, live, source, now);
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

    private @Nullable Stored stored(
            K key, Verdict<V, ?> verdict, @Nullable Stored live, @Nullable Stored source, long now) {
        V value = verdict.value();
        if (value == null) {
            throw new IllegalStateException("nothing to store at key '" + key + "'");
        }
        refuseAnotherType(key, value);
        Duration own = ownLifetime(key, value, verdict.terms());
        long expiry = own != null
                ? momentAfter(own)
                : live == null ? lifetimes.ofCreation(now) : lifetimes.ofUpdate(now, live);
        if (expiry > now) {
            return prepared(key, value, expiry, verdict, source);
        }
        return live == null ? null : shelf.prepare(key, value, now);
    }

    /** The lifetime that a value has by itself, null if that is the policy's. Others who put here get to know of it. */
    private @Nullable Duration ownLifetime(K key, V value, Terms terms) {
        Duration lifetime = tagging.lifetimeOf(key, value, terms);
        if (lifetime != null && keepsOwn) {
            if (!givesOwn) {
                givesOwn = true;
            }
            shelf.announceOwnLifetimes();
        }
        return lifetime;
    }

    /** Whether entries that would otherwise be eternal have been given lifetimes of their own here. */
    boolean hasGivenOwnLifetimes() {
        return givesOwn;
    }

    private long momentAfter(Duration lifetime) {
        return Lifetimes.momentAfter(lifetime, liveness.now());
    }

    private Stored prepared(K key, V value, long expiry, Verdict<V, ?> verdict, @Nullable Stored source) {
        Terms terms = verdict.terms();
        Set<String> tags = tagging.tagsOf(key, value, terms);
        if (tags.isEmpty()) {
            return terms.arePlain()
                    ? shelf.prepare(key, value, expiry)
                    : shelf.prepare(key, value, expiry, null, terms);
        }
        TagStamps stamps = tagging.stamps(tags, terms, source, shelf.checksStamps());
        return stamps == null ? OVERTAKEN : shelf.prepare(key, value, expiry, stamps, terms);
    }

    // What a processor makes, or an update that depends on what was there, was computed from the entry it found.
    private static boolean isSource(Operation<?, ?, ?> operation) {
        return operation.kind() == Operation.Kind.PROCESS || operation.kind() == Operation.Kind.UPDATE;
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

    private boolean hasExpired(@Nullable Stored found, long now) {
        return found != null && liveness.hasExpiredAt(now, found);
    }

    private static <K, V> @Nullable V nothing(K key) {
        return null;
    }
}
