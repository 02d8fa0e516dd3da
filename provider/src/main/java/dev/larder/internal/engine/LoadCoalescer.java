package dev.larder.internal.engine;

import dev.larder.internal.engine.load.DistributedLoadLock;
import dev.larder.internal.engine.load.InFlightLoads;
import dev.larder.internal.engine.load.InFlightLoads.Outcome;
import dev.larder.internal.engine.operation.Decision;
import dev.larder.internal.engine.operation.LookupOutcome;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.lock.WaitLimit;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads a missing value once for all callers: {@link InFlightLoads} within this JVM, {@link DistributedLoadLock} among
 * several.
 */
public final class LoadCoalescer<K, V> {
    /** How long to wait for one load, in addition to the time that it may itself wait for other JVMs. */
    private static final Duration WAIT_LIMIT = Duration.ofNanos(WaitLimit.LOADS.perHolder());

    /** How many loads a call waits for at most, one after the other. */
    private static final int MAX_WAITS = 3;

    private final Engine<K, V> engine;
    private final InFlightLoads<K> inFlightLoads;
    private final @Nullable DistributedLoadLock<K> loadLock;

    /**
     * @param loadLock null if loads of other JVMs are not waited for
     */
    public LoadCoalescer(Engine<K, V> engine, @Nullable DistributedLoadLock<K> loadLock) {
        this.engine = engine;
        this.loadLock = loadLock;
        this.inFlightLoads = new InFlightLoads<>(
                engine.cache, loadLock == null ? WAIT_LIMIT : WAIT_LIMIT.plus(loadLock.longestWait()));
    }

    /** Loads a key, or shares the outcome of another load of it. */
    public Transition<K, V, V> load(K key, Operation<K, V, V> load) {
        boolean mayWait = true;
        for (int waits = 0; waits < MAX_WAITS; waits++) {
            Outcome outcome = awaited(key);
            mayWait = mayWait && outcome != Outcome.TIMED_OUT;
            Transition<K, V, V> sharedOutcome = shared(key, outcome);
            Transition<K, V, V> transition = sharedOutcome != null ? sharedOutcome : tryLoad(key, load, mayWait);
            if (transition != null) {
                return transition;
            }
        }
        boolean wait = mayWait;
        return inFlightLoads.load(key, () -> engine.runLocked(key, load, wait), LoadCoalescer::isFound);
    }

    // A caller that shares a failure counts a miss, as the caller that loaded does.
    private Outcome awaited(K key) {
        try {
            return inFlightLoads.await(key);
        } catch (RuntimeException failure) {
            engine.statisticsRecorder.countLookup(false);
            throw failure;
        }
    }

    /** The transition from another load's outcome; null if this caller has to load after all. */
    private @Nullable Transition<K, V, V> shared(K key, Outcome outcome) {
        return switch (outcome) {
            case ABSENT ->
                engine.report(new Transition<>(key, null, false, false, Decision.keep(null, LookupOutcome.MISS), null));
            case LOADED -> {
                Stored found = engine.storeAdapter.read(key);
                boolean isLive = found != null && engine.liveness.isLive(found);
                yield isLive ? engine.proceed(key, Operations.get(), found) : null;
            }
            case NONE, TIMED_OUT -> null;
        };
    }

    private @Nullable Transition<K, V, V> tryLoad(K key, Operation<K, V, V> load, boolean wait) {
        DistributedLoadLock<K> distributedLock = loadLock;
        Supplier<Transition<K, V, V>> loads = distributedLock == null
                ? () -> engine.runLocked(key, load, wait)
                : () -> distributedLock.load(
                        key,
                        () -> engine.runLocked(key, load, wait),
                        LoadCoalescer::isFound,
                        outcome -> shared(key, outcome));
        return inFlightLoads.loadUnlessInFlight(key, loads, LoadCoalescer::isFound);
    }

    /** Loads a key whether or not there is an entry. */
    @Nullable
    V refresh(K key, Operation<K, V, V> load) {
        return inFlightLoads
                .load(key, () -> engine.runLocked(key, load), LoadCoalescer::isFound)
                .decision()
                .result();
    }

    private static boolean isFound(Transition<?, ?, ?> transition) {
        return transition.decision().result() != null;
    }

    @Nullable
    DistributedLoadLock<K> loadLock() {
        return loadLock;
    }
}
