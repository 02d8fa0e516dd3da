package dev.larder.internal.lock;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one key. It is in a {@link KeyTable} while a thread holds it or waits for it, so unrelated keys never
 * wait for each other. Every wait is limited, because user code that runs under a lock may itself wait for another
 * thread that needs the lock.
 *
 * <p>A lock that its last holder leaves is <em>retired</em>: it leaves the table for good, and a thread that still
 * refers to it looks up its successor. The holder's last step is one write, and other threads complete whatever
 * remains. So an Error in between leaves no lock that looks held.
 */
public class KeyLock extends KeyNode {
    private static final AtomicReferenceFieldUpdater<KeyLock, @Nullable Object> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(KeyLock.class, Object.class, "owner");
    private static final AtomicReferenceFieldUpdater<KeyLock, @Nullable Waiters> WAITERS =
            AtomicReferenceFieldUpdater.newUpdater(KeyLock.class, Waiters.class, "waiters");

    /** The {@link #owner} of a retired lock. */
    public static final Object RETIRED = new Object();

    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 50 : 1;

    /**
     * The thread that holds the lock; null if none does. For the holder's own method only: after an Error it sets this
     * to null or {@link #RETIRED} if it still holds the lock. Writing a field needs no stack, while calling
     * {@link #release} may overflow it again. Waiting threads notice at the latest when their limit is reached.
     */
    public volatile @Nullable Object owner;

    private volatile @Nullable Waiters waiters;

    /**
     * A lock that is in no table yet.
     *
     * @param owner the thread that holds it from the start, null if none does
     */
    public KeyLock(Object key, @Nullable Thread owner) {
        super(key);
        this.owner = owner;
    }

    /** Whether the current thread holds the lock. */
    public final boolean isHeldByCurrentThread() {
        return owner == Thread.currentThread();
    }

    @Override
    public boolean isRetired() {
        return owner == RETIRED;
    }

    /** Takes the lock if no thread holds it. */
    public final boolean tryAcquire() {
        return owner == null && OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    /**
     * Takes the lock. Waits until it is free or retired, the limit is reached or the thread is interrupted. An
     * interrupted thread keeps its flag.
     *
     * @return whether it is held now
     */
    public final boolean acquire(WaitLimit waitLimit) {
        if (spin()) {
            return true;
        }
        Waiters queue = waiters();
        Thread currentThread = Thread.currentThread();
        queue.add(currentThread);
        boolean held = false;
        try {
            held = await(queue, waitLimit);
        } finally {
            queue.remove(currentThread);
            queue.woken = false;
        }
        // The thread that released the lock may have relied on this thread to take it.
        if (!held && !tryAcquire()) {
            return false;
        }
        queue.since = System.nanoTime();
        return true;
    }

    // Most holders release the lock sooner than a thread is parked and woken.
    private boolean spin() {
        for (int i = 0; i < SPINS; i++) {
            if (tryAcquire()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private boolean await(Waiters queue, WaitLimit waitLimit) {
        long begin = System.nanoTime();
        while (true) {
            // Before trying: a thread that releases the lock afterwards then finds no roused waiter, and rouses this
            // one.
            queue.woken = false;
            if (tryAcquire()) {
                return true;
            }
            long now = System.nanoTime();
            long holderSince = queue.since - begin > 0 ? queue.since : begin;
            long left = Math.min(holderSince + waitLimit.perHolder() - now, begin + waitLimit.inAll() - now);
            if (left <= 0 || isRetired() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    private Waiters waiters() {
        Waiters present = waiters;
        if (present == null) {
            WAITERS.compareAndSet(this, null, new Waiters());
            present = waiters;
        }
        return present == null ? waiters() : present;
    }

    /** Restarts the waiting threads' limit per holder, because the holder makes progress. */
    protected final void showProgress() {
        Waiters queue = waiters;
        if (queue != null) {
            queue.since = System.nanoTime();
        }
    }

    /**
     * Closes what the lock protects. Called when no thread waits; another may come at any time, so the decision must be
     * atomic.
     *
     * @return whether the lock may retire, since nothing is left to do under it
     */
    protected boolean close() {
        return true;
    }

    /**
     * Releases the lock to the first waiting thread, or retires it.
     *
     * @return false if it is still held, because something is left to do under it and no other thread waits to do it
     */
    public final boolean release(KeyTable<?> table) {
        Waiters queue = waiters;
        return queue == null || queue.isEmpty() ? retire(table) : handOver(queue, table);
    }

    private boolean handOver(Waiters queue, KeyTable<?> table) {
        do {
            owner = null;
            if (queue.woken) {
                return true;
            }
            Thread next = queue.peek();
            if (next != null) {
                queue.woken = true;
                LockSupport.unpark(next);
                return true;
            }
            // The waiting thread has given up meanwhile. It may not have seen that the lock is free.
        } while (tryAcquire() && !queue.isEmpty());
        return !isHeldByCurrentThread() || retire(table);
    }

    /** Wakes the first waiting thread, after an Error has prevented {@link #release}. */
    protected final void wakeNext() {
        Waiters queue = waiters;
        LockSupport.unpark(queue == null ? null : queue.peek());
    }

    private boolean retire(KeyTable<?> table) {
        if (!close()) {
            return false;
        }
        owner = RETIRED;
        Waiters waiting = waiters;
        if (waiting != null) {
            waiting.forEach(LockSupport::unpark);
        }
        table.remove(this);
        return true;
    }

    /** The waiting threads, in the order in which they came. */
    private static final class Waiters extends ConcurrentLinkedQueue<Thread> {
        private static final long serialVersionUID = 1;

        /** The {@link System#nanoTime} at which the present holder took the lock or last showed progress. */
        volatile long since = System.nanoTime();

        /** Whether a waiting thread has been woken to try again, and has not tried yet. */
        volatile boolean woken;
    }
}
