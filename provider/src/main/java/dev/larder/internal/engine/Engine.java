package dev.larder.internal.engine;

import dev.larder.internal.event.Listeners;
import dev.larder.internal.event.Listeners.Ticket;
import dev.larder.internal.tag.Tags.Sight;
import dev.larder.spi.Ability;
import dev.larder.spi.Stored;
import java.util.List;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations against the store: read, plan, write through, exchange; and again with the witness if
 * the exchange was lost. The only loop there is.
 *
 * <p>It does not know what an operation means. Which turns need not look first, {@link BlindTurns} knows; which should
 * queue up within this JVM, {@link Turnstile}.
 */
public final class Engine<K, V> {
    final String cache;
    final Shelf<K, V> shelf;
    final Lifetimes lifetimes;
    final Liveness liveness;
    final Listeners<K, V> listeners;
    final Tally tally;
    final Tagging<K, V> tagging;
    final @Nullable ReadThrough<K, V> reads;
    final @Nullable WriteThrough<K, V> writes;
    final Planner<K, V> planner;
    final Reporter<K, V> reporter;
    final Shortcuts shortcuts;
    final Blind<K> blind;
    final BlindTurns<K, V> blindTurns;
    final Turnstile<K, V> turnstile;
    private final Counting<V> counting;

    Engine(
            String cache,
            Class<V> valueType,
            Shelf<K, V> shelf,
            Lifetimes lifetimes,
            Liveness liveness,
            Listeners<K, V> listeners,
            Tally tally,
            Tagging<K, V> tagging,
            @Nullable ReadThrough<K, V> reads,
            @Nullable WriteThrough<K, V> writes) {
        this.cache = cache;
        this.shelf = shelf;
        this.lifetimes = lifetimes;
        this.liveness = liveness;
        this.listeners = listeners;
        this.tally = tally;
        this.tagging = tagging;
        this.reads = reads;
        this.writes = writes;
        this.planner = new Planner<>(shelf, lifetimes, liveness, tagging, cache, valueType);
        this.reporter = new Reporter<>(shelf, listeners, tally);
        this.shortcuts = Shortcuts.of(lifetimes, writes != null, tagging.hasTagger(), shelf);
        this.blind = Blind.of(shelf, lifetimes, liveness, shortcuts);
        this.blindTurns = new BlindTurns<>(shelf, planner, blind, shortcuts, listeners);
        this.turnstile = new Turnstile<>(cache, reads != null, writes != null, listeners);
        this.counting = new Counting<>(cache, valueType);
        boolean tellsOthers = shelf.can(Ability.NOTIFICATIONS);
        shelf.keepExpired(() -> tellsOthers || listeners.hear(EventType.EXPIRED));
    }

    /** Runs one operation on one key to its end, listeners told. */
    public <R> @Nullable R run(K key, Operation<K, V, R> operation) {
        return turn(key, operation).verdict().result();
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

    /** {@code LarderCache.increment}. */
    public long increment(K key, long delta) {
        V sum = run(key, Operations.increment(counting, delta));
        return sum instanceof Number number ? number.longValue() : 0;
    }

    /** Removes an entry that has expired, and has it reported, or whose tags have moved; any other stays as it is. */
    public void sweep(K key, Stored entry) {
        if (liveness.isOver(entry)) {
            proceed(key, Operations.sweep(), entry);
        }
    }

    private <R> Turn<K, V, R> turn(K key, Operation<K, V, R> operation) {
        turnstile.refuseOwnKey(key, operation);
        long begin = tally.begin(operation.kind());
        Turn<K, V, R> turn = turnstile.holds(operation) ? queued(key, operation) : finished(freely(key, operation));
        tally.end(begin, turn);
        return turn;
    }

    /** Runs an operation from the entry that it has met to its end, without queueing. */
    <R> Turn<K, V, R> proceed(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        return finished(freely(key, operation, found));
    }

    /** Counts a turn that is done, and tells of it. */
    <R> Turn<K, V, R> finished(Turn<K, V, R> turn) {
        reporter.report(turn).deliver();
        return turn;
    }

    /** Runs an operation to its end, in the key's queue. */
    <R> Turn<K, V, R> queued(K key, Operation<K, V, R> operation) {
        return queued(key, operation, true);
    }

    /**
     * {@link #queued}.
     *
     * @param wait whether to wait for other threads that are at work on the key
     */
    <R> Turn<K, V, R> queued(K key, Operation<K, V, R> operation, boolean wait) {
        Turn<K, V, R> turn;
        Ticket ticket;
        TurnLock lock = turnstile.enter(key, operation, wait);
        try {
            turn = settle(key, operation);
            ticket = reporter.report(turn);
        } finally {
            turnstile.leave(lock, operation);
        }
        ticket.deliver();
        return turn;
    }

    private <R> Turn<K, V, R> freely(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> blind = blindTurns.turn(key, operation);
        return blind != null ? blind : freely(key, operation, firstLook(key, operation));
    }

    // Without queueing; but who loses too often does.
    private <R> Turn<K, V, R> freely(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        Turn<K, V, R> turn = loop(key, operation, found, null, Backoff.PATIENCE);
        if (turn != null) {
            return turn;
        }
        TurnLock lock = turnstile.enter(key, operation, true);
        try {
            return insist(key, operation, shelf.read(key));
        } finally {
            turnstile.leave(lock, operation);
        }
    }

    private <R> Turn<K, V, R> settle(K key, Operation<K, V, R> operation) {
        Turn<K, V, R> blind = blindTurns.turn(key, operation);
        if (blind != null) {
            return blind;
        }
        if (makesTagged(operation)) {
            SightedRead read = shelf.readSighted(List.of(key));
            return insist(key, operation, read.found().get(0), read.sight());
        }
        return insist(key, operation, firstLook(key, operation));
    }

    /** Whether an operation may compute a value that bears tags, so that these are to be looked at before. */
    boolean makesTagged(Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.PROCESS && tagging.hasTagger();
    }

    /** Exchanges until it succeeds; an exception after too many losses. */
    <R> Turn<K, V, R> insist(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        return insist(key, operation, found, null);
    }

    private <R> Turn<K, V, R> insist(
            K key, Operation<K, V, R> operation, @Nullable Stored found, @Nullable Sight sight) {
        Turn<K, V, R> turn = loop(key, operation, found, sight, Integer.MAX_VALUE);
        if (turn == null) {
            throw new IllegalStateException("unreachable: a patient loop ends by success or by exception");
        }
        return turn;
    }

    private <R> @Nullable Turn<K, V, R> loop(
            K key, Operation<K, V, R> operation, @Nullable Stored first, @Nullable Sight sight, int patience) {
        Stored found = first;
        for (int losses = 0; losses < patience; losses++) {
            Turn<K, V, R> turn = planned(key, operation, found, sight);
            if (!turn.writes()) {
                return turn;
            }
            Stored witness = losses == 0 && blindTurns.guesses(operation) ? shelf.create(turn) : shelf.exchange(turn);
            if (witness == found) {
                return turn;
            }
            Backoff.afterLoss(losses + 1, cache, key);
            found = losses < Backoff.PATIENCE ? witness : shelf.read(key);
        }
        return null;
    }

    private <R> Turn<K, V, R> planned(
            K key, Operation<K, V, R> operation, @Nullable Stored found, @Nullable Sight sight) {
        try {
            Turn<K, V, R> turn = planner.plan(key, operation, found, this::load, sight);
            if (writes != null) {
                writes.follow(turn);
            }
            return turn;
        } catch (RuntimeException | Error failure) {
            countLook(operation, found);
            throw failure;
        }
    }

    /** Counts what an operation met, which failed afterwards. */
    void countLook(Operation<K, V, ?> operation, @Nullable Stored found) {
        if (operation.countsIfFailed()) {
            tally.look(found != null && liveness.isLive(found));
        }
    }

    private <R> @Nullable Stored firstLook(K key, Operation<K, V, R> operation) {
        return blindTurns.guesses(operation) ? null : shelf.read(key);
    }

    private @Nullable V load(K key) {
        return reads == null ? null : reads.load(key);
    }
}
