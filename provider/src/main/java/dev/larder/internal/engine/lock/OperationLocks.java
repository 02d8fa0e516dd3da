package dev.larder.internal.engine.lock;

import dev.larder.internal.lock.HeldLocks;
import dev.larder.internal.lock.KeyTable;
import dev.larder.internal.lock.WaitLimit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serialises, within this JVM, the turns of a key that call user code: a processor, a writer, a loader, or
 * anything whose events listeners must see in order. They are an economy, not the guarantee: what makes
 * a turn atomic is the store's exchange, and a turn's lock spares the user's code being called again because
 * a neighbour won.
 *
 * <p>That is why they can never deadlock. User code may call the cache again, on keys that other threads are at work
 * on, in any order. So a thread that holds a lock anywhere never waits for another one. And user code may wait for
 * another thread that calls the cache: so no thread waits longer than its {@link WaitLimit}, nor once it is interrupted.
 * In each of these cases the turn runs without its lock.
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
     * Enters, waiting if this thread holds no other lock.
     *
     * @param reads whether the turn reads, and so may load
     * @return what to {@link #leave}; null if the turn has to do without
     */
    public @Nullable OperationLock enter(Object key, boolean reads) {
        HeldLocks held = HeldLocks.prepare();
        return enter(new OperationLock(key, Thread.currentThread(), reads), reads, held, held.mayAwaitTurn());
    }

    /** {@link #enter}, but waits for nobody. */
    @Nullable
    OperationLock tryEnter(Object key, boolean reads) {
        return enter(new OperationLock(key, Thread.currentThread(), reads), reads, HeldLocks.prepare(), false);
    }

    private @Nullable OperationLock enter(OperationLock mine, boolean reads, HeldLocks held, boolean wait) {
        OperationLock other = table.putIfAbsent(mine);
        OperationLock entered = other == null ? mine : contend(mine, other, reads, wait);
        if (entered != null) {
            held.beginTurn(entered);
        }
        return entered;
    }

    private @Nullable OperationLock contend(OperationLock mine, OperationLock present, boolean reads, boolean wait) {
        OperationLock other = present;
        while (other != null) {
            if (other.isHeldByCurrentThread()) {
                other.reenter();
                return other;
            }
            if (wait ? other.acquire(patience(reads, other)) : other.tryAcquire()) {
                other.beginWith(reads);
                return other;
            }
            if (!other.isRetired()) {
                return wait && !Thread.currentThread().isInterrupted() ? overtake(mine, other) : null;
            }
            other = table.putIfAbsent(mine);
        }
        return mine;
    }

    private static WaitLimit patience(boolean reads, OperationLock other) {
        return reads && other.isReading() ? WaitLimit.LOADS : WaitLimit.CALLS;
    }

    // Of those who have waited too long one takes the place, so that whoever comes later has somebody else to wait for.
    private @Nullable OperationLock overtake(OperationLock mine, OperationLock stalled) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "cache '{}': another thread is at work on key '{}' for too long to be waited for; if user code waits"
                            + " for a thread that calls the cache, let it use other keys. Told once for each cache",
                    cache,
                    mine.key());
        }
        return table.overtake(stalled, mine) == null ? mine : null;
    }

    /**
     * Leaves.
     *
     * @param busy whether the turn had set the lock {@linkplain OperationLock#setBusy busy}
     */
    public void leave(OperationLock lock, boolean busy) {
        if (busy) {
            lock.setBusy(false);
        }
        if (!lock.leavesInnerTurn()) {
            lock.release(table);
            HeldLocks.current().forget(lock);
        }
    }

    /** The lock of a key, null if no turn is at work on it. */
    @Nullable
    OperationLock find(Object key) {
        return table.find(key);
    }

    /** Enters the locks of several keys, always in the same order, so that it may wait for each of them. */
    LockedKeys enterAll(Collection<?> keys, boolean reads) {
        LockedKeys lockedKeys = new LockedKeys(this, keys.size());
        HeldLocks held = HeldLocks.prepare();
        boolean wait = held.mayAwaitTurn();
        try {
            OperationLock last = null;
            for (OperationLock mine : inOrder(keys, reads)) {
                // Of keys with one hash code, which have no order, only the first is waited for.
                boolean tied = last != null && last.hash() == mine.hash();
                OperationLock entered = enter(mine, reads, held, wait && !tied);
                lockedKeys.add(entered);
                // Who has waited for one in vain does not wait for each of the others.
                wait = wait && (entered != null || tied);
                last = mine;
            }
        } catch (RuntimeException | Error failure) {
            lockedKeys.close();
            throw failure;
        }
        return lockedKeys;
    }

    private static List<OperationLock> inOrder(Collection<?> keys, boolean reads) {
        Thread me = Thread.currentThread();
        return keys.stream()
                .map(key -> new OperationLock(key, me, reads))
                .sorted(Comparator.comparingInt(OperationLock::hash))
                .toList();
    }

    /** Whether no turn is at work. */
    boolean isEmpty() {
        return table.isEmpty();
    }
}
