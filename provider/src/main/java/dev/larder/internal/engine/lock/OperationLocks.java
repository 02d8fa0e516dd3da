package dev.larder.internal.engine.lock;

import dev.larder.internal.lock.HeldLocks;
import dev.larder.internal.lock.KeyLock;
import dev.larder.internal.lock.KeyTable;
import dev.larder.internal.lock.WaitLimit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one at a time, within this JVM, the operations on a key that call user code (a processor, a writer or a loader)
 * or whose events listeners must see in order. The locks are an economy, not the guarantee. The store's exchange makes
 * an operation atomic; a lock only avoids a second call of user code after another thread has won the exchange.
 *
 * <p>Therefore the locks can never deadlock. User code may call the cache again, on keys that other threads are at work
 * on, in any order. So an operation never waits for a lock if its thread already holds one. Only a bulk call waits for
 * several locks, always in the same order. User code may also wait for another thread that calls the cache. So no
 * thread waits longer than its {@link WaitLimit}, or after it is interrupted. In each of these cases the operation runs
 * without its lock.
 */
public final class OperationLocks {
    private static final Logger LOG = LoggerFactory.getLogger(OperationLocks.class);

    private final String cache;
    private final KeyTable<OperationLock> table = new KeyTable<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    public OperationLocks(String cache) {
        this.cache = cache;
    }

    /**
     * Runs an action under the lock of a key. Waits for the lock if this thread holds no other one.
     *
     * @param reads whether the operation reads, and so may load
     * @param wait false if this thread has already waited for others
     */
    <T> T run(Object key, boolean reads, boolean wait, Supplier<T> action) {
        @Nullable Object[] held = HeldLocks.ofThread();
        Thread currentThread = Thread.currentThread();
        OperationLock own = new OperationLock(key, currentThread, reads);
        try {
            OperationLock lock = enter(own, held, wait && HeldLocks.mayAwaitLock(held));
            return lock == null ? action.get() : runHolding(lock, held, action);
        } finally {
            // Both are left already, unless the stack has overflowed on the way.
            if (own.owner == currentThread) {
                own.owner = KeyLock.RETIRED;
            }
            if (own.other != null && !own.nested && own.other.owner == currentThread) {
                own.other.owner = KeyLock.RETIRED;
            }
        }
    }

    private <T> T runHolding(OperationLock lock, @Nullable Object[] held, Supplier<T> action) {
        try {
            // A loader may put the value that it loaded. A processor or writer that writes its own key would never end.
            if (!lock.isReading()) {
                lock.setBusy(true);
            }
            return action.get();
        } finally {
            leave(lock, held);
        }
    }

    private @Nullable OperationLock enter(OperationLock own, @Nullable Object[] held, boolean wait) {
        OperationLock other = table.putIfAbsent(own);
        OperationLock entered = other == null ? own : enterPresent(own, other, wait);
        if (entered != null && !entered.nested) {
            HeldLocks.beginOperation(held, entered);
        }
        return entered;
    }

    private @Nullable OperationLock enterPresent(OperationLock own, OperationLock present, boolean wait) {
        OperationLock other = present;
        while (other != null) {
            if (other.isHeldByCurrentThread()) {
                own.nest(other);
                return own;
            }
            own.other = other;
            if (wait ? other.acquire(waitLimit(own, other)) : other.tryAcquire()) {
                other.begin(own.isReading());
                return other;
            }
            if (!other.isRetired()) {
                return wait && !Thread.currentThread().isInterrupted() ? replaceStalled(own, other) : null;
            }
            other = table.putIfAbsent(own);
        }
        return own;
    }

    private static WaitLimit waitLimit(OperationLock own, OperationLock other) {
        return own.isReading() && other.isReading() ? WaitLimit.LOADS : WaitLimit.CALLS;
    }

    // One of the threads that waited too long replaces the stalled lock, so that later threads wait for it instead.
    private @Nullable OperationLock replaceStalled(OperationLock own, OperationLock stalled) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "cache '{}': another thread has worked on key '{}' for too long, so this call stops"
                            + " waiting; if user code waits"
                            + " for a thread that calls the cache, let that thread use other keys. Logged once"
                            + " per cache",
                    cache,
                    own.key());
        }
        return table.overtake(stalled, own) == null ? own : null;
    }

    /** Leaves a lock. */
    void leave(OperationLock lock, @Nullable Object[] held) {
        if (lock.nested) {
            lock.setBusy(false);
        } else {
            lock.release(table);
            HeldLocks.forget(held, lock);
        }
    }

    /** The lock of a key, null if no operation holds it. */
    @Nullable
    OperationLock find(Object key) {
        return table.find(key);
    }

    /** No locks at all. */
    LockedKeys enterNone() {
        return new LockedKeys(this, HeldLocks.ofThread(), 0);
    }

    /** Enters the locks of several keys, always in the same order, so that it may wait for each of them. */
    LockedKeys enterAll(Collection<?> keys, boolean reads) {
        HeldLocks.requireStack();
        @Nullable Object[] held = HeldLocks.ofThread();
        LockedKeys lockedKeys = new LockedKeys(this, held, keys.size());
        boolean wait = HeldLocks.mayAwaitLock(held);
        try {
            OperationLock last = null;
            for (OperationLock own : inOrder(keys, reads)) {
                // Keys with the same hash code have no order, so only the first of them is waited for.
                boolean hasSameHash = last != null && last.hash() == own.hash();
                OperationLock entered = enter(own, held, wait && !hasSameHash);
                lockedKeys.add(entered);
                // After one wait in vain, do not wait for the other locks.
                wait = wait && (entered != null || hasSameHash);
                last = own;
            }
        } catch (RuntimeException | Error failure) {
            lockedKeys.close();
            throw failure;
        }
        return lockedKeys;
    }

    private static List<OperationLock> inOrder(Collection<?> keys, boolean reads) {
        Thread currentThread = Thread.currentThread();
        return keys.stream()
                .map(key -> new OperationLock(key, currentThread, reads))
                .sorted(Comparator.comparingInt(OperationLock::hash))
                .toList();
    }

    /** Whether no operation holds a lock. */
    boolean isEmpty() {
        return table.isEmpty();
    }
}
