package dev.larder.internal.engine.load;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.load.InFlightLoads.Outcome;
import dev.larder.internal.engine.lock.OperationLock;
import dev.larder.internal.engine.store.LoadLocks;
import dev.larder.internal.engine.store.LoadLocks.LockRecord;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.lock.HeldLocks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does among all JVMs on a shared store what {@link InFlightLoads} does in one JVM. A caller takes the load lock of a
 * key before it loads. If another JVM holds the lock, the caller polls until it is released, and shares the outcome.
 *
 * <p>A load lock avoids loads. It guarantees nothing; the exchange does. So a caller loads without the lock if the
 * store fails, if the caller must not wait (it holds an {@link OperationLock}), or if it has waited for two deadlines.
 *
 * <p>An owner that has not released the lock by the deadline is presumed dead. One of the waiting callers overtakes it,
 * and the others wait for that one. A lock has ended if its expiry has passed by the cache's clock, or if a caller has
 * waited for a whole deadline by its own timer. So clocks that differ may cost a load, but block no caller.
 */
public final class DistributedLoadLock<K> {
    private static final Logger LOG = LoggerFactory.getLogger(DistributedLoadLock.class);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final String cache;
    private final LoadLocks<K> loadLocks;
    private final Liveness liveness;
    private final Duration deadline;
    private final long waitNanos;

    private DistributedLoadLock(String cache, LoadLocks<K> loadLocks, Liveness liveness, Duration deadline) {
        this.cache = cache;
        this.loadLocks = loadLocks;
        this.liveness = liveness;
        this.deadline = deadline;
        this.waitNanos = Math.min(TimeUnit.MILLISECONDS.toNanos(deadline.toMillis()), Long.MAX_VALUE / 4);
    }

    /**
     * The load lock of a cache.
     *
     * @return null if the deadline is zero, or if no other JVM shares the store
     */
    public static <K> @Nullable DistributedLoadLock<K> of(
            String cache, StoreAdapter<K, ?> storeAdapter, Liveness liveness, Duration deadline) {
        LoadLocks<K> loadLocks = deadline.isZero() ? null : storeAdapter.loadLocks();
        return loadLocks == null ? null : new DistributedLoadLock<>(cache, loadLocks, liveness, deadline);
    }

    /**
     * Loads a key, unless another JVM loads it and comes to an outcome.
     *
     * @param found whether the load has produced a value
     * @param shared what the outcome of another JVM's load means here, null if this caller has to load after all
     */
    public <T> T load(K key, Supplier<T> load, Predicate<T> found, Function<Outcome, @Nullable T> shared) {
        LockRecord lockRecord = take(key);
        long end = System.nanoTime() + 2 * waitNanos;
        while (lockRecord != null && !lockRecord.isMine() && mayWait(end)) {
            Outcome outcome = await(lockRecord);
            T sharedOutcome = shared.apply(outcome);
            if (sharedOutcome != null) {
                return sharedOutcome;
            }
            lockRecord = outcome == Outcome.NONE ? overtake(key, lockRecord) : take(key);
        }
        return lockRecord == null || !lockRecord.isMine() ? load.get() : loadAndRelease(lockRecord, load, found);
    }

    /** Runs a load unless another JVM holds the load lock. */
    public void loadIfFree(K key, Runnable load) {
        LockRecord lockRecord = take(key);
        if (lockRecord == null) {
            load.run();
        } else if (lockRecord.isMine()) {
            try {
                load.run();
            } finally {
                release(lockRecord, false);
            }
        }
    }

    private <T> T loadAndRelease(LockRecord lockRecord, Supplier<T> load, Predicate<T> found) {
        boolean foundNothing = false;
        try {
            T loaded = load.get();
            foundNothing = !found.test(loaded);
            return loaded;
        } finally {
            release(lockRecord, foundNothing);
        }
    }

    /** The longest time that a load may wait for other JVMs before it begins. */
    public Duration longestWait() {
        return Duration.ofNanos(2 * waitNanos);
    }

    private static boolean mayWait(long end) {
        return HeldLocks.mayAwaitLock() && !Thread.currentThread().isInterrupted() && System.nanoTime() - end < 0;
    }

    private Outcome await(LockRecord other) {
        long end = System.nanoTime() + waitNanos;
        long pause = FIRST_PAUSE;
        while (mayWait(end)) {
            LockSupport.parkNanos(this, pause);
            switch (stateOf(other)) {
                case OVER -> {
                    return Outcome.LOADED;
                }
                case FOUND_NOTHING -> {
                    return Outcome.ABSENT;
                }
                case HELD -> pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        }
        return Outcome.NONE;
    }

    private long expiry() {
        return ExpiryCalculator.expiryAfter(deadline, liveness.now());
    }

    private @Nullable LockRecord take(K key) {
        return attempt(() -> loadLocks.take(key, liveness.now(), expiry()));
    }

    // An interrupted thread has not waited for a whole deadline.
    private @Nullable LockRecord overtake(K key, LockRecord other) {
        if (Thread.currentThread().isInterrupted()) {
            return null;
        }
        LOG.debug(
                "cache '{}': another JVM held the load lock of key '{}' for longer than 'load-lease'; this JVM"
                        + " loads too",
                cache,
                key);
        LockRecord own = attempt(() -> loadLocks.overtake(other, expiry()));
        return own != null ? own : take(key);
    }

    private LoadLocks.State stateOf(LockRecord other) {
        LoadLocks.State state = attempt(() -> loadLocks.stateOf(other, liveness.now()));
        return state == null ? LoadLocks.State.OVER : state;
    }

    private void release(LockRecord own, boolean foundNothing) {
        attempt(() -> {
            loadLocks.release(own, foundNothing, expiry());
            return null;
        });
    }

    // A failure here costs a load at most. The operation itself reports what is wrong with the store.
    private <T> @Nullable T attempt(Supplier<@Nullable T> step) {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            LOG.debug("cache '{}': a load goes on without a load lock, because the store failed", cache, failure);
            return null;
        }
    }
}
