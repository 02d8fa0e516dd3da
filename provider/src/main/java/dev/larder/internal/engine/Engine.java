package dev.larder.internal.engine;

import dev.larder.internal.engine.Flights.Outcome;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.event.Listeners.Ticket;
import dev.larder.spi.Ability;
import dev.larder.spi.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations against the store: read, plan, write through, exchange; and again with the witness if
 * the exchange was lost. The only loop there is.
 *
 * <p>It does not know what an operation means. What it does know is how to spare work where the cache's
 * configuration allows it (see {@link Shortcuts}), and when the turns of a key should queue up within
 * this JVM (see {@link Stripes}).
 */
public final class Engine<K, V> {
    final String cache;
    final Shelf<K, V> shelf;
    final Planner<K, V> planner;
    final Reporter<K, V> reporter;
    final Stripes stripes = new Stripes();
    final Liveness liveness;
    final Listeners<K, V> listeners;
    final Tally tally;
    final Shortcuts shortcuts;
    final @Nullable ReadThrough<K, V> reads;
    final @Nullable WriteThrough<K, V> writes;
    final Tagging<K, V> tagging;
    private final Blind<K> blind;
    private final boolean ignoresAccess;
    private final boolean settlesAccess;
    private final boolean expires;
    private final Counting<V> counting;
    private final Flights<K> flights = new Flights<>();
    final @Nullable FarFlights<K> farFlights;
    final Decisions decisions;

    Engine(
            String cache,
            Class<V> valueType,
            Shelf<K, V> shelf,
            Lifetimes lifetimes,
            Liveness liveness,
            Listeners<K, V> listeners,
            Tally tally,
            Tagging<K, V> tagging,
            @Nullable FarFlights<K> farFlights,
            @Nullable ReadThrough<K, V> reads,
            @Nullable WriteThrough<K, V> writes) {
        this.cache = cache;
        this.shelf = shelf;
        this.listeners = listeners;
        this.tally = tally;
        this.tagging = tagging;
        this.reads = reads;
        this.writes = writes;
        this.liveness = liveness;
        this.farFlights = farFlights;
        this.planner = new Planner<>(shelf, lifetimes, liveness, tagging, cache, valueType);
        this.reporter = new Reporter<>(shelf, listeners, tally);
        this.shortcuts = Shortcuts.of(lifetimes, writes != null, tagging.hasTagger(), shelf);
        this.blind = Blind.of(shelf, lifetimes, liveness, shortcuts);
        this.ignoresAccess = lifetimes.ignoreAccess();
        this.settlesAccess = ignoresAccess || shortcuts.touch();
        this.expires = !lifetimes.areEternal();
        this.decisions = planner.decisions();
        this.counting = new Counting<>(cache, valueType);
        boolean tellsOthers = shelf.can(Ability.NOTIFICATIONS);
        shelf.keepExpired(() -> tellsOthers || listeners.hear(EventType.EXPIRED));
    }

    /**
     * {@code Cache.get}: a live entry costs a read and nothing else, if an access leaves it as it is or the
     * store prolongs its lifetime on the way.
     */
    public @Nullable V get(K key) {
        long begin = tally.begin();
        Stored found = blind.read(key);
        V value;
        if (found != null && settlesAccess && liveness.isLive(found)) {
            value = hit(key, found);
        } else {
            value = getSlowly(key, found);
        }
        tally.end(begin, Operation.Kind.READ);
        return value;
    }

    private @Nullable V getSlowly(K key, @Nullable Stored found) {
        return turnSlowly(key, found).verdict().result();
    }

    private Turn<K, V, V> turnSlowly(K key, @Nullable Stored found) {
        boolean loads = reads != null && (found == null || !liveness.isLive(found));
        return loads ? loading(key, Operations.get()) : finished(freely(key, Operations.get(), found));
    }

    /** {@link #get}, but what is missing is what this operation loads. */
    @Nullable
    V getOr(K key, Operation<K, V, V> load) {
        long begin = tally.begin();
        Stored found = blind.read(key);
        V value;
        if (found != null && settlesAccess && liveness.isLive(found)) {
            value = hit(key, found);
        } else {
            value = loading(key, load).verdict().result();
        }
        tally.end(begin, Operation.Kind.READ);
        return value;
    }

    /** Loads a key whether or not there is an entry. */
    @Nullable
    V refresh(K key, Operation<K, V, V> load) {
        return flights.lead(key, () -> queued(key, load), Engine::isFound)
                .verdict()
                .result();
    }

    // Who finds somebody at it waits, and has a look again.
    private Turn<K, V, V> loading(K key, Operation<K, V, V> load) {
        Turn<K, V, V> turn = null;
        while (turn == null) {
            Turn<K, V, V> theirs = shared(key, flights.await(key));
            turn = theirs != null ? theirs : leading(key, load);
        }
        return turn;
    }

    /** What comes of somebody else's load; null if one has to load after all. */
    private @Nullable Turn<K, V, V> shared(K key, Outcome outcome) {
        return switch (outcome) {
            case ABSENT -> finished(new Turn<>(key, null, false, false, Verdict.keep(null, Presence.MISS), null));
            case LOADED -> {
                Stored found = shelf.read(key);
                boolean there = found != null && liveness.isLive(found);
                yield there ? finished(freely(key, Operations.get(), found)) : null;
            }
            case NONE -> null;
        };
    }

    private @Nullable Turn<K, V, V> leading(K key, Operation<K, V, V> load) {
        FarFlights<K> far = farFlights;
        Supplier<Turn<K, V, V>> loads = far == null
                ? () -> queued(key, load)
                : () -> far.lead(key, () -> queued(key, load), Engine::isFound, outcome -> shared(key, outcome));
        return flights.leadAlone(key, loads, Engine::isFound);
    }

    private static boolean isFound(Turn<?, ?, ?> turn) {
        return turn.verdict().result() != null;
    }

    /** {@link #get}, with the entry that the value is from: as it is after this access. */
    public @Nullable Found<V> find(K key) {
        long begin = tally.begin();
        Stored found = blind.read(key);
        Found<V> result;
        if (found != null && settlesAccess && liveness.isLive(found)) {
            result = new Found<>(hit(key, found), found);
        } else {
            Turn<K, V, V> turn = turnSlowly(key, found);
            V value = turn.verdict().result();
            result = value == null ? null : new Found<>(value, turn.next());
        }
        tally.end(begin, Operation.Kind.READ);
        return result;
    }

    /**
     * {@code LarderCache.put}.
     *
     * @return false if the value was overtaken by the invalidation of one of its tags
     */
    public boolean put(K key, V value, Terms terms) {
        Turn<K, V, Boolean> turn = turn(key, Operations.put(value, terms));
        Stored next = turn.next();
        return turn.verdict().effect() == Effect.PUT
                && (terms.sight() == null || next == null || !shelf.isTagDead(next));
    }

    /** {@code Cache.containsKey}: counts nothing, touches nothing, loads nothing. */
    public boolean containsKey(K key) {
        Stored found = shelf.read(key);
        boolean live = found != null && liveness.isLive(found);
        decisions.found(key, found, live, found != null && liveness.isFresh(found));
        return live;
    }

    /** {@code LarderCache.increment}. */
    public long increment(K key, long delta) {
        V sum = run(key, Operations.increment(counting, delta));
        return sum instanceof Number number ? number.longValue() : 0;
    }

    /** The value of an entry that an iterator has come upon: a hit, and an access. */
    public V visit(K key, Stored entry) {
        if (isSettled(entry)) {
            return hit(key, entry);
        }
        V value = finished(freely(key, Operations.next(), entry)).verdict().result();
        return value == null ? shelf.value(entry) : value;
    }

    /** The value of a live entry whose access needs nothing more: a hit. */
    V hit(K key, Stored entry) {
        decisions.hit(key);
        tally.hit();
        return shelf.value(entry);
    }

    /** Removes an entry that has expired, and has it reported, or whose tags have moved; any other stays as it is. */
    public void sweep(K key, Stored entry) {
        if (liveness.isOver(entry)) {
            finished(freely(key, Operations.sweep(), entry));
        }
    }

    /**
     * Whether somebody has to look for entries that nobody asks for: the expired ones, for their memory or for a
     * listener, and those whose tags have moved since this was asked last, for their memory. A server is not walked
     * through for that; it lets go of what is not read.
     */
    boolean needsSweep() {
        boolean frees = !shelf.can(Ability.NATIVE_EXPIRY);
        boolean tagDead = frees && tagging.haveMovedAgain();
        return tagDead || expires && (frees || listeners.hear(EventType.EXPIRED));
    }

    /** Tells this JVM's listeners what another one did, in the background. */
    public void hear(Supplier<News<K>> news) {
        if (!listeners.isEmpty()) {
            listeners.later(() -> reporter.tell(news.get()));
        }
    }

    /** Whether an entry is there for a caller: neither expired nor unreadable. */
    public boolean isLive(Stored entry) {
        return liveness.isLive(entry);
    }

    /** Runs one operation on one key to its end, listeners told. */
    public <R> @Nullable R run(K key, Operation<K, V, R> operation) {
        return turn(key, operation).verdict().result();
    }

    private <R> Turn<K, V, R> turn(K key, Operation<K, V, R> operation) {
        refuseOwnKey(key, operation);
        long begin = tally.begin();
        Turn<K, V, R> turn = needsStripe(operation) ? queued(key, operation) : finished(freely(key, operation));
        tally.end(begin, operation.kind());
        return turn;
    }

    /** Whether turns of this kind queue up by key: user code is to be called, or events kept in order. */
    boolean needsStripe(Operation<K, V, ?> operation) {
        return switch (operation.kind()) {
            case READ -> reads != null;
            case PROCESS -> true;
            case UPDATE, CREATE, PUT, SWAP, REMOVE -> writes != null || !listeners.isEmpty();
        };
    }

    /** Enters the stripes of a bulk call, if it needs any. */
    Hold hold(Set<K> keys, Operation<K, V, ?> operation) {
        if (!needsStripe(operation)) {
            return new Hold();
        }
        Hold hold = stripes.enterAll(keys);
        if (operation.kind() != Operation.Kind.READ) {
            hold.busyWith(keys);
        }
        return hold;
    }

    private <R> Turn<K, V, R> finished(Turn<K, V, R> turn) {
        reporter.report(turn).deliver();
        return turn;
    }

    private <R> Turn<K, V, R> queued(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> turn;
        Ticket ticket;
        Stripe stripe = stripes.of(key);
        boolean held = stripe.enter();
        try {
            turn = held ? busily(stripe, key, operation) : settle(key, operation);
            ticket = reporter.report(turn);
        } finally {
            if (held) {
                stripe.leave();
            }
        }
        ticket.deliver();
        return turn;
    }

    // A loader may well put what it loaded; a processor or a writer that writes its own key cannot end.
    private <R> Turn<K, V, R> busily(Stripe stripe, K key, Operation<K, V, R> operation) {
        if (operation.kind() == Operation.Kind.READ) {
            return settle(key, operation);
        }
        Collection<?> before = stripe.busyWith(List.of(key));
        try {
            return settle(key, operation);
        } finally {
            stripe.busyWith(before);
        }
    }

    private <R> Turn<K, V, R> freely(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> blind = blindly(key, operation);
        return blind != null ? blind : freely(key, operation, firstLook(key, operation));
    }

    // Without a stripe; but who loses too often queues up for one.
    private <R> Turn<K, V, R> freely(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        Turn<K, V, R> turn = loop(key, operation, found, Backoff.PATIENCE);
        if (turn != null) {
            return turn;
        }
        Stripe stripe = stripes.of(key);
        boolean held = stripe.enter();
        try {
            return insist(key, operation, shelf.read(key));
        } finally {
            if (held) {
                stripe.leave();
            }
        }
    }

    private <R> Turn<K, V, R> settle(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> blind = blindly(key, operation);
        return blind != null ? blind : insist(key, operation, firstLook(key, operation));
    }

    /** Exchanges until it succeeds; an exception after too many losses. */
    <R> Turn<K, V, R> insist(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        Turn<K, V, R> turn = loop(key, operation, found, Integer.MAX_VALUE);
        if (turn == null) {
            throw new IllegalStateException("unreachable: a patient loop ends by success or by exception");
        }
        return turn;
    }

    private <R> @Nullable Turn<K, V, R> loop(
            K key, Operation<K, V, R> operation, @Nullable Stored first, int patience) {
        Stored found = first;
        for (int losses = 0; losses < patience; losses++) {
            Turn<K, V, R> turn = planner.plan(key, operation, found, this::load);
            writeThrough(turn);
            if (!turn.writes()) {
                return turn;
            }
            Stored witness = losses == 0 && guesses(operation) ? shelf.create(turn) : shelf.exchange(turn);
            if (witness == found) {
                return turn;
            }
            Backoff.afterLoss(losses + 1, cache, key);
            found = losses < Backoff.PATIENCE ? witness : shelf.read(key);
        }
        return null;
    }

    private <R> @Nullable Stored firstLook(K key, Operation<K, V, R> operation) {
        return guesses(operation) ? null : shelf.read(key);
    }

    private boolean guesses(Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.CREATE && shortcuts.assumeAbsent();
    }

    /** The turn of an operation that need not look first; null if this one has to. */
    private <R> @Nullable Turn<K, V, R> blindly(K key, Operation<K, V, R> operation) {
        return switch (operation.kind()) {
            case PUT ->
                shortcuts.put() && listeners.isEmpty()
                        ? put(key, operation)
                        : shortcuts.swap() ? swap(key, operation) : null;
            case SWAP -> shortcuts.swap() ? swap(key, operation) : null;
            case REMOVE -> shortcuts.remove() ? swap(key, operation) : null;
            case READ, UPDATE, CREATE, PROCESS -> null;
        };
    }

    private <R> @Nullable Turn<K, V, R> put(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> turn = planner.planBlind(key, operation, shortcuts.keep());
        Stored next = turn == null ? null : turn.next();
        if (next != null) {
            blind.put(key, next);
        }
        return turn;
    }

    private <R> @Nullable Turn<K, V, R> swap(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> turn = planner.planBlind(key, operation, shortcuts.keep());
        return turn == null || turn.verdict().effect() == Effect.KEEP
                ? turn
                : planner.afterwards(turn, operation, blind.swap(key, turn.next()));
    }

    private @Nullable V load(K key) {
        return reads == null ? null : reads.load(key);
    }

    private void writeThrough(Turn<K, V, ?> turn) {
        if (writes == null) {
            return;
        }
        V value = turn.verdict().value();
        if (turn.verdict().effect() == Effect.PUT && value != null) {
            writes.write(turn.key(), value);
        } else if (turn.verdict().effect() == Effect.REMOVE) {
            writes.delete(turn.key());
        }
    }

    /** What stands for the store where nobody looks first. */
    Blind<K> blind() {
        return blind;
    }

    private boolean isSettled(Stored entry) {
        return ignoresAccess && liveness.isLive(entry);
    }

    void refuseOwnKey(K key, Operation<K, V, ?> operation) {
        Stripe stripe = stripes.ifUsed(key);
        if (stripe != null && operation.kind() != Operation.Kind.READ && stripe.isBusyWith(key)) {
            throw new IllegalStateException("cache '" + cache + "': an entry processor or writer at work on key '" + key
                    + "' wrote to that key through the cache; let it use the entry it was given");
        }
    }
}
