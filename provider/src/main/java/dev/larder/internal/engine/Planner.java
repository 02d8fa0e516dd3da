package dev.larder.internal.engine;

import dev.larder.internal.engine.Shortcuts.LifetimeHandling;
import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.load.BulkLoadedValues;
import dev.larder.internal.engine.load.TagTrackingLoader;
import dev.larder.internal.engine.operation.Decision;
import dev.larder.internal.engine.operation.EntryAction;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.EntryView;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.TaggedEntry;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.tag.TagStamps;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes the {@link Transition} of an operation and the entry it found. Asks the operation first, then the expiry
 * policy.
 */
final class Planner<K, V> {
    /** A moment at which no eternal entry has expired. */
    private static final long ANY_TIME = 0;

    /** Stands for a value whose tag was invalidated while it was computed, so that it must not be stored. */
    private static final Stored INVALIDATED = new ObjectEntry("invalidated", ExpiryCalculator.AT_ONCE);

    private final StoreAdapter<K, V> storeAdapter;
    private final ExpiryCalculator expiryCalculator;
    private final Liveness liveness;
    private final EntryTagging<K, V> entryTagging;
    private final String cache;
    private final Class<V> valueType;
    private final boolean eternal;
    private final boolean keepsOwnLifetimes;
    private final DecisionLog decisionLog;
    private volatile boolean gaveOwnLifetimes;

    Planner(
            StoreAdapter<K, V> storeAdapter,
            ExpiryCalculator expiryCalculator,
            Liveness liveness,
            EntryTagging<K, V> entryTagging,
            String cache,
            Class<V> valueType) {
        this.storeAdapter = storeAdapter;
        this.expiryCalculator = expiryCalculator;
        this.liveness = liveness;
        this.entryTagging = entryTagging;
        this.cache = cache;
        this.valueType = valueType;
        this.eternal = expiryCalculator.areEternal();
        this.keepsOwnLifetimes = expiryCalculator.sameForUpdateUnlessOwn();
        this.decisionLog = new DecisionLog(cache, storeAdapter);
    }

    DecisionLog decisions() {
        return decisionLog;
    }

    /**
     * The transition of an operation that found this entry. Nothing is written yet.
     *
     * @param before a tag snapshot that came with the entry, null if none did
     */
    <R> Transition<K, V, R> plan(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            Function<K, @Nullable V> loads,
            @Nullable TagSnapshot before) {
        if (!entryTagging.hasTagger()) {
            return transition(key, operation, found, loads, null);
        }
        TagSnapshot earlySnapshot =
                loads instanceof BulkLoadedValues<K, V> bulkLoadedValues ? bulkLoadedValues.tagSnapshot() : before;
        TagTrackingLoader<K, V> trackingLoader = new TagTrackingLoader<>(loads, entryTagging, earlySnapshot);
        return transition(key, operation, found, trackingLoader, trackingLoader);
    }

    private <R> Transition<K, V, R> transition(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            Function<K, @Nullable V> loads,
            @Nullable TagTrackingLoader<K, V> trackingLoader) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Stored stale = live == null && found != null && liveness.isStaleAt(now, found) ? found : null;
        decisionLog.found(key, found, live != null, found != null && !found.isExpiredAt(now));
        if (trackingLoader != null && live == null && operation.kind() == Operation.Kind.PROCESS) {
            trackingLoader.takeSnapshot();
        }
        Decision<V, R> decided = operation.decide(new EntryView<>(key, live, stale, storeAdapter, loads));
        TagSnapshot tagSnapshot = trackingLoader == null ? null : trackingLoader.snapshotTaken();
        Decision<V, R> decision =
                tagSnapshot == null ? decided : decided.withEntryOptions(EntryOptions.asOf(tagSnapshot));
        Stored next = decision.entryAction() == EntryAction.KEEP && live == null
                ? stale
                : next(key, decision, live, isSource(operation) ? live : null, now);
        boolean expired = hasExpired(found, now);
        if (next == INVALIDATED) {
            return invalidated(key, operation, found, live, expired, decision);
        }
        return next != null && next != found && next.isExpiredAt(now)
                ? new Transition<>(key, found, live != null, expired, decision, null, next)
                : new Transition<>(key, found, live != null, expired, decision, next);
    }

    // A value that a processor set still goes to the writer. Any other effect is dropped.
    private <R> Transition<K, V, R> invalidated(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored found,
            @Nullable Stored live,
            boolean expired,
            Decision<V, R> decision) {
        boolean written = operation.kind() == Operation.Kind.PROCESS && decision.entryAction() == EntryAction.PUT;
        return new Transition<>(key, found, live != null, expired, written ? decision : decision.dropped(), live);
    }

    /**
     * The transition of an operation that stores the same entry whatever it finds, planned as if there were none. The
     * write options of its decision hold the entry's own lifetime, if it has one.
     *
     * @param lifetimeHandling what happens to the lifetime of the entry that is replaced
     * @return null if the entry must be read after all: the new one would expire at once, or would take over a lifetime
     *     that only a read can tell
     */
    <R> @Nullable Transition<K, V, R> planReadFree(
            K key, Operation<K, V, R> operation, LifetimeHandling lifetimeHandling) {
        Decision<V, R> decided = operation.decide(absent(key));
        V value = decided.value();
        if (value == null) {
            return new Transition<>(key, null, false, false, decided, null);
        }
        long now = timeFor(null);
        Duration own = ownLifetime(key, value, decided.entryOptions());
        if (own == null && lifetimeHandling == LifetimeHandling.BY_READ) {
            return null;
        }
        Decision<V, R> decision = own == decided.entryOptions().lifetime()
                ? decided
                : decided.withEntryOptions(decided.entryOptions().withLifetime(own));
        long expiry = own == null ? expiryCalculator.ofCreation(now) : expiryAfter(own);
        Stored next = expiry <= now ? null : prepared(key, value, expiry, decision, null);
        if (next == INVALIDATED) {
            return new Transition<>(key, null, false, false, decision.dropped(), null);
        }
        boolean needsRead =
                next == null || lifetimeHandling != LifetimeHandling.NONE && own == null && next instanceof TaggedEntry;
        return needsRead ? null : new Transition<>(key, null, false, false, decision, next);
    }

    /** A found entry with the lifetime of one created now, null if that would expire at once. */
    @Nullable
    Stored extended(K key, V value, Stored found) {
        long now = liveness.now();
        Duration own = ownLifetime(key, value, EntryOptions.NONE);
        long expiry = own == null ? expiryCalculator.ofCreation(now) : expiryAfter(own);
        return expiry <= now ? null : storeAdapter.withExpiry(found, expiry);
    }

    /** A read-free transition once the replaced entry is known. */
    <R> Transition<K, V, R> afterwards(
            Transition<K, V, R> readFree, Operation<K, V, R> operation, @Nullable Stored found) {
        long now = timeFor(found);
        Stored live = liveAt(now, found);
        Decision<V, R> decision =
                operation.decide(new EntryView<>(readFree.key(), live, null, storeAdapter, Planner::nothing));
        return new Transition<>(readFree.key(), found, live != null, hasExpired(found, now), decision, readFree.next());
    }

    // If everything is eternal, nothing depends on the time, and reading the clock costs as much as a read.
    private long timeFor(@Nullable Stored found) {
        return eternal && (found == null || found.expiry() == Stored.ETERNAL) ? ANY_TIME : liveness.now();
    }

    private EntryView<K, V> absent(K key) {
        return new EntryView<>(key, null, null, storeAdapter, Planner::nothing);
    }

    private @Nullable Stored next(
            K key, Decision<V, ?> decision, @Nullable Stored live, @Nullable Stored source, long now) {
        return switch (decision.entryAction()) {
            case KEEP -> live;
            case REMOVE, DROP -> null;
            case ACCESS -> live == null ? null : accessed(live, now);
            case PUT, LOAD -> stored(key, decision, live, source, now);
        };
    }

    private @Nullable Stored accessed(Stored live, long now) {
        if (expiryCalculator.ignoreAccess()) {
            return live;
        }
        long expiry = expiryCalculator.ofAccess(now, live);
        if (expiry == live.expiry()) {
            return live;
        }
        return expiry <= now ? null : storeAdapter.withExpiry(live, expiry);
    }

    private @Nullable Stored stored(
            K key, Decision<V, ?> decision, @Nullable Stored live, @Nullable Stored source, long now) {
        V value = decision.value();
        if (value == null) {
            throw new IllegalStateException("no value to store at key '" + key + "'");
        }
        rejectOtherType(key, value);
        Duration own = ownLifetime(key, value, decision.entryOptions());
        long expiry = own != null
                ? expiryAfter(own)
                : live == null ? expiryCalculator.ofCreation(now) : expiryCalculator.ofUpdate(now, live);
        if (expiry > now) {
            return prepared(key, value, expiry, decision, source);
        }
        return live == null ? null : storeAdapter.prepare(key, value, now);
    }

    /**
     * A value's own lifetime, null if the policy decides. Announces own lifetimes to the others that put into this
     * store.
     */
    private @Nullable Duration ownLifetime(K key, V value, EntryOptions entryOptions) {
        Duration lifetime = entryTagging.lifetimeOf(key, value, entryOptions);
        if (lifetime != null && keepsOwnLifetimes) {
            if (!gaveOwnLifetimes) {
                gaveOwnLifetimes = true;
            }
            storeAdapter.announceOwnLifetimes();
        }
        return lifetime;
    }

    /** Whether this cache has given own lifetimes to entries that would otherwise be eternal. */
    boolean hasGivenOwnLifetimes() {
        return gaveOwnLifetimes;
    }

    private long expiryAfter(Duration lifetime) {
        return ExpiryCalculator.expiryAfter(lifetime, liveness.now());
    }

    private Stored prepared(K key, V value, long expiry, Decision<V, ?> decision, @Nullable Stored source) {
        EntryOptions entryOptions = decision.entryOptions();
        Set<String> tags = entryTagging.tagsOf(key, value, entryOptions);
        if (tags.isEmpty()) {
            return entryOptions.arePlain()
                    ? storeAdapter.prepare(key, value, expiry)
                    : storeAdapter.prepare(key, value, expiry, null, entryOptions);
        }
        TagStamps stamps = entryTagging.stamps(tags, entryOptions, source, storeAdapter.checksStamps());
        return stamps == null ? INVALIDATED : storeAdapter.prepare(key, value, expiry, stamps, entryOptions);
    }

    // A value from a processor, or from an update, was computed from the entry found.
    private static boolean isSource(Operation<?, ?, ?> operation) {
        return operation.kind() == Operation.Kind.PROCESS || operation.kind() == Operation.Kind.UPDATE;
    }

    // Callers' values are checked by the cache itself; this check covers those of loaders and processors.
    private void rejectOtherType(K key, Object value) {
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
