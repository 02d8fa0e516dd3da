package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.load.ReadThrough;
import dev.larder.internal.engine.lock.KeyLocking;
import dev.larder.internal.engine.operation.CounterArithmetic;
import dev.larder.internal.engine.operation.EntryAction;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.engine.store.TagSnapshotRead;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.event.Listeners.PendingDelivery;
import dev.larder.internal.tag.Tags.TagSnapshot;
import dev.larder.spi.Ability;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import java.util.List;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations against the store: read, plan, write through, exchange. If the exchange is lost, it plans again from
 * the witness. This is the only such loop.
 *
 * <p>It does not know what an operation means. {@link ReadFreeWrites} knows which operations need not read first, and
 * {@link KeyLocking} which ones enter a key lock of this JVM.
 */
public final class Engine<K, V> {
    public final String cache;
    public final StoreAdapter<K, V> storeAdapter;
    final ExpiryCalculator expiryCalculator;
    public final Liveness liveness;
    final Listeners<K, V> listeners;
    public final StatisticsRecorder statisticsRecorder;
    public final EntryTagging<K, V> entryTagging;
    final @Nullable ReadThrough<K, V> reads;
    final @Nullable WriteThrough<K, V> writes;
    final Planner<K, V> planner;
    final OutcomeReporter<K, V> outcomeReporter;
    final Shortcuts shortcuts;
    final ReadFreeAccess<K> readFreeAccess;
    final ReadFreeWrites<K, V> readFreeWrites;
    final KeyLocking<K, V> keyLocking;
    private final CounterArithmetic<V> counterArithmetic;

    Engine(
            String cache,
            Class<V> valueType,
            StoreAdapter<K, V> storeAdapter,
            ExpiryCalculator expiryCalculator,
            Liveness liveness,
            Listeners<K, V> listeners,
            StatisticsRecorder statisticsRecorder,
            EntryTagging<K, V> entryTagging,
            @Nullable ReadThrough<K, V> reads,
            @Nullable WriteThrough<K, V> writes) {
        this.cache = cache;
        this.storeAdapter = storeAdapter;
        this.expiryCalculator = expiryCalculator;
        this.liveness = liveness;
        this.listeners = listeners;
        this.statisticsRecorder = statisticsRecorder;
        this.entryTagging = entryTagging;
        this.reads = reads;
        this.writes = writes;
        this.planner = new Planner<>(storeAdapter, expiryCalculator, liveness, entryTagging, cache, valueType);
        this.outcomeReporter = new OutcomeReporter<>(storeAdapter, listeners, statisticsRecorder);
        this.shortcuts = Shortcuts.of(expiryCalculator, writes != null, entryTagging.hasTagger(), storeAdapter);
        this.readFreeAccess = new ReadFreeAccess<>(storeAdapter, expiryCalculator, liveness, shortcuts.touch());
        this.readFreeWrites = new ReadFreeWrites<>(storeAdapter, planner, readFreeAccess, shortcuts, listeners);
        this.keyLocking = new KeyLocking<>(cache, reads != null, writes != null, listeners);
        this.counterArithmetic = new CounterArithmetic<>(cache, valueType);
        boolean publishesChanges = storeAdapter.can(Ability.CHANGE_EVENTS);
        storeAdapter.keepExpired(() -> publishesChanges || listeners.anyAccepts(EventType.EXPIRED));
    }

    /** Runs one operation on one key and delivers its events. */
    public <R> @Nullable R run(K key, Operation<K, V, R> operation) {
        return execute(key, operation).decision().result();
    }

    /**
     * {@code LarderCache.put}.
     *
     * @return false if one of the value's tags was invalidated after its tag snapshot
     */
    public boolean put(K key, V value, EntryOptions entryOptions) {
        Transition<K, V, Boolean> transition = execute(key, Operations.put(value, entryOptions));
        Stored next = transition.next();
        return transition.decision().entryAction() == EntryAction.PUT
                && (entryOptions.tagSnapshot() == null || next == null || !storeAdapter.isTagDead(next));
    }

    /** {@code LarderCache.increment}. */
    public long increment(K key, long delta) {
        V sum = run(key, Operations.increment(counterArithmetic, delta));
        // The arithmetic refuses a sum that a long cannot hold.
        return sum instanceof Number number ? number.longValue() : 0;
    }

    /** Removes an entry that has expired, and reports it, or one that is tag-dead. Leaves any other as it is. */
    public void sweep(K key, Stored entry) {
        if (liveness.isRemovable(entry)) {
            proceed(key, Operations.sweep(), entry);
        }
    }

    private <R> Transition<K, V, R> execute(K key, Operation<K, V, R> operation) {
        keyLocking.rejectOwnKey(key, operation);
        long begin = statisticsRecorder.begin(operation.kind());
        Transition<K, V, R> transition =
                keyLocking.needsLock(operation) ? runLocked(key, operation) : report(runUnlocked(key, operation));
        statisticsRecorder.end(begin, transition);
        return transition;
    }

    /** Runs an operation from an entry already read, without a key lock unless it loses too many exchanges. */
    public <R> Transition<K, V, R> proceed(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        return report(runUnlocked(key, operation, found));
    }

    /** Counts a completed transition and delivers its events. */
    public <R> Transition<K, V, R> report(Transition<K, V, R> transition) {
        outcomeReporter.report(transition).deliver();
        return transition;
    }

    /** Runs an operation under its key lock and delivers its events. */
    public <R> Transition<K, V, R> runLocked(K key, Operation<K, V, R> operation) {
        return runLocked(key, operation, true);
    }

    /**
     * {@link #runLocked(Object, Operation)}.
     *
     * @param wait whether to wait for another thread that holds the key lock
     */
    public <R> Transition<K, V, R> runLocked(K key, Operation<K, V, R> operation, boolean wait) {
        Reported<K, V, R> reported = keyLocking.run(key, operation, wait, () -> {
            Transition<K, V, R> transition = runHoldingLock(key, operation);
            return new Reported<>(transition, outcomeReporter.report(transition));
        });
        reported.pendingDelivery().deliver();
        return reported.transition();
    }

    private record Reported<K, V, R>(Transition<K, V, R> transition, PendingDelivery pendingDelivery) {}

    private <R> Transition<K, V, R> runUnlocked(K key, Operation<K, V, R> operation) {
        Transition<K, V, R> readFree = readFreeWrites.tryWrite(key, operation);
        return readFree != null ? readFree : runUnlocked(key, operation, firstRead(key, operation));
    }

    // Without the key lock, until too many exchanges are lost.
    private <R> Transition<K, V, R> runUnlocked(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        Transition<K, V, R> transition = tryExchange(key, operation, found, null, Backoff.UNLOCKED_ATTEMPTS);
        if (transition != null) {
            return transition;
        }
        return keyLocking.run(key, operation, true, () -> exchangeUntilDone(key, operation, read(key, operation)));
    }

    private <R> Transition<K, V, R> runHoldingLock(K key, Operation<K, V, R> operation) {
        Transition<K, V, R> readFree = readFreeWrites.tryWrite(key, operation);
        if (readFree != null) {
            return readFree;
        }
        if (mayComputeTags(operation)) {
            TagSnapshotRead read = storeAdapter.readWithTagSnapshot(List.of(key));
            return exchangeUntilDone(key, operation, read.found().get(0), read.tagSnapshot());
        }
        return exchangeUntilDone(key, operation, firstRead(key, operation));
    }

    /** Whether an operation may compute a value with tags, so that their snapshot must be taken before. */
    boolean mayComputeTags(Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.PROCESS && entryTagging.hasTagger();
    }

    /**
     * Exchanges until it succeeds.
     *
     * @throws javax.cache.CacheException after too many losses
     */
    <R> Transition<K, V, R> exchangeUntilDone(K key, Operation<K, V, R> operation, @Nullable Stored found) {
        return exchangeUntilDone(key, operation, found, null);
    }

    private <R> Transition<K, V, R> exchangeUntilDone(
            K key, Operation<K, V, R> operation, @Nullable Stored found, @Nullable TagSnapshot tagSnapshot) {
        Transition<K, V, R> transition = tryExchange(key, operation, found, tagSnapshot, Integer.MAX_VALUE);
        if (transition == null) {
            throw new IllegalStateException("unreachable: exchanging without a limit ends by success or by exception");
        }
        return transition;
    }

    private <R> @Nullable Transition<K, V, R> tryExchange(
            K key,
            Operation<K, V, R> operation,
            @Nullable Stored first,
            @Nullable TagSnapshot tagSnapshot,
            int attempts) {
        Stored found = first;
        for (int losses = 0; losses < attempts; losses++) {
            Transition<K, V, R> transition = planned(key, operation, found, tagSnapshot);
            if (!transition.writes()) {
                return transition;
            }
            Stored witness = losses == 0 && readFreeWrites.assumesAbsent(operation)
                    ? storeAdapter.create(transition)
                    : storeAdapter.exchange(transition);
            if (witness == found) {
                return transition;
            }
            Backoff.afterLoss(losses + 1, cache, key);
            found = losses < Backoff.UNLOCKED_ATTEMPTS ? witness : read(key, operation);
        }
        return null;
    }

    private <R> Transition<K, V, R> planned(
            K key, Operation<K, V, R> operation, @Nullable Stored found, @Nullable TagSnapshot tagSnapshot) {
        try {
            Transition<K, V, R> transition = planner.plan(key, operation, found, this::load, tagSnapshot);
            if (writes != null) {
                writes.writeThrough(transition);
            }
            return transition;
        } catch (Exception | Error failure) {
            countLookup(operation, found);
            throw failure;
        }
    }

    /** Counts the lookup of an operation that failed afterwards. */
    void countLookup(Operation<K, V, ?> operation, @Nullable Stored found) {
        if (operation.countsIfFailed()) {
            statisticsRecorder.countLookup(found != null && liveness.isLive(found));
        }
    }

    private <R> @Nullable Stored firstRead(K key, Operation<K, V, R> operation) {
        return readFreeWrites.assumesAbsent(operation) ? null : read(key, operation);
    }

    private @Nullable Stored read(K key, Operation<K, V, ?> operation) {
        return operation.kind() == Operation.Kind.READ
                ? storeAdapter.read(key)
                : storeAdapter.read(key, ReadOptions.FOR_UPDATE);
    }

    private @Nullable V load(K key) {
        return reads == null ? null : reads.load(key);
    }
}
