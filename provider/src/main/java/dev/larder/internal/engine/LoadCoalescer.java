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
    private static final Duration PATIENCE = Duration.ofNanos(WaitLimit.LOADS.perHolder());

    /** How many loads a call waits for at most, one after the other. */
    private static final int MOST_WAITS = 3;

    private final Engine<K, V> engine;
    private final InFlightLoads<K> inFlightLoads;
    private final @Nullable DistributedLoadLock<K> loadLock;

    /**
     * @param far null if loads of other JVMs are not waited for
     */
    public LoadCoalescer(Engine<K, V> engine, @Nullable DistributedLoadLock<K> far) {
        this.engine = engine;
        this.loadLock = far;
        this.inFlightLoads =
                new InFlightLoads<>(engine.cache, far == null ? PATIENCE : PATIENCE.plus(far.longestWait()));
    }

    /** Loads a key, or shares the outcome of another load of it. */
    public Transition<K, V, V> load(K key, Operation<K, V, V> load) {
        boolean patient = true;
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            Outcome outcome = awaited(key);
            patient = patient && outcome != Outcome.OVERDUE;
            Transition<K, V, V> theirs = shared(key, outcome);
            Transition<K, V, V> transition = theirs != null ? theirs : tryLoad(key, load, patient);
            if (transition != null) {
                return transition;
            }
        }
        boolean wait = patient;
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
                boolean there = found != null && engine.liveness.isLive(found);
                yield there ? engine.proceed(key, Operations.get(), found) : null;
            }
            case NONE, OVERDUE -> null;
        };
    }

    private @Nullable Transition<K, V, V> tryLoad(K key, Operation<K, V, V> load, boolean patient) {
        DistributedLoadLock<K> others = loadLock;
        Supplier<Transition<K, V, V>> loads = others == null
                ? () -> engine.runLocked(key, load, patient)
                : () -> others.load(
                        key,
                        () -> engine.runLocked(key, load, patient),
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
