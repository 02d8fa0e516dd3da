package dev.larder.internal.engine;

import dev.larder.internal.engine.Flights.Outcome;
import dev.larder.internal.lock.Patience;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads what is missing, once for all who miss it: {@link Flights} in this JVM, {@link FarFlights} among several. */
final class SharedLoads<K, V> {
    /** How long one load is waited for, beyond what it may itself wait for other JVMs. */
    private static final Duration PATIENCE = Duration.ofNanos(Patience.LOADS.perHolder());

    /** For how many loads, one after the other, a call waits at most. */
    private static final int MOST_WAITS = 3;

    private final Engine<K, V> engine;
    private final Flights<K> flights;
    private final @Nullable FarFlights<K> far;

    /**
     * @param far null if other JVMs are not to be waited for
     */
    SharedLoads(Engine<K, V> engine, @Nullable FarFlights<K> far) {
        this.engine = engine;
        this.far = far;
        this.flights = new Flights<>(engine.cache, far == null ? PATIENCE : PATIENCE.plus(far.longestWait()));
    }

    /** Loads a key, or shares what comes of somebody else's load. */
    Turn<K, V, V> load(K key, Operation<K, V, V> load) {
        boolean patient = true;
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            Outcome outcome = awaited(key);
            patient = patient && outcome != Outcome.OVERDUE;
            Turn<K, V, V> theirs = shared(key, outcome);
            Turn<K, V, V> turn = theirs != null ? theirs : leading(key, load, patient);
            if (turn != null) {
                return turn;
            }
        }
        boolean wait = patient;
        return flights.lead(key, () -> engine.queued(key, load, wait), SharedLoads::isFound);
    }

    // Who shares a failure has missed as well as he who loaded.
    private Outcome awaited(K key) {
        try {
            return flights.await(key);
        } catch (RuntimeException failure) {
            engine.tally.look(false);
            throw failure;
        }
    }

    /** What comes of somebody else's load; null if one has to load after all. */
    private @Nullable Turn<K, V, V> shared(K key, Outcome outcome) {
        return switch (outcome) {
            case ABSENT ->
                engine.finished(new Turn<>(key, null, false, false, Verdict.keep(null, Presence.MISS), null));
            case LOADED -> {
                Stored found = engine.shelf.read(key);
                boolean there = found != null && engine.liveness.isLive(found);
                yield there ? engine.proceed(key, Operations.get(), found) : null;
            }
            case NONE, OVERDUE -> null;
        };
    }

    private @Nullable Turn<K, V, V> leading(K key, Operation<K, V, V> load, boolean patient) {
        FarFlights<K> others = far;
        Supplier<Turn<K, V, V>> loads = others == null
                ? () -> engine.queued(key, load, patient)
                : () -> others.lead(
                        key,
                        () -> engine.queued(key, load, patient),
                        SharedLoads::isFound,
                        outcome -> shared(key, outcome));
        return flights.leadAlone(key, loads, SharedLoads::isFound);
    }

    /** Loads a key whether or not there is an entry. */
    @Nullable
    V refresh(K key, Operation<K, V, V> load) {
        return flights.lead(key, () -> engine.queued(key, load), SharedLoads::isFound)
                .verdict()
                .result();
    }

    private static boolean isFound(Turn<?, ?, ?> turn) {
        return turn.verdict().result() != null;
    }

    @Nullable
    FarFlights<K> far() {
        return far;
    }
}
