package dev.larder.internal.lock;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one key, which stands in a {@link KeyTable} while somebody holds it or waits for it. So unrelated keys
 * never wait for each other. Nobody waits without a limit: user code that runs under a lock may itself wait for another
 * thread that wants it.
 *
 * <p>A lock that its last holder leaves is <em>retired</em>: it leaves the table for good, and whoever still has it in
 * hand looks for its successor. The holder's last step is one write, after which all others mend what is left to do. An
 * Error on the way therefore leaves no lock that looks held.
 */
public class KeyLock extends KeyNode {
    private static final AtomicReferenceFieldUpdater<KeyLock, @Nullable Object> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(KeyLock.class, Object.class, "owner");
    private static final AtomicReferenceFieldUpdater<KeyLock, @Nullable Waiters> WAITERS =
            AtomicReferenceFieldUpdater.newUpdater(KeyLock.class, Waiters.class, "waiters");
    private static final Object RETIRED = new Object();
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 50 : 1;

    private volatile @Nullable Object owner;
    private volatile @Nullable Waiters waiters;

    /**
     * A lock that stands in no table yet.
     *
     * @param owner who holds it from the start, null for nobody
     */
    public KeyLock(Object key, @Nullable Thread owner) {
        super(key);
        this.owner = owner;
    }

    /** Whether the current thread holds it. */
    public final boolean isHeldByCurrentThread() {
        return owner == Thread.currentThread();
    }

    @Override
    public boolean isRetired() {
        return owner == RETIRED;
    }

    /** Takes it if nobody holds it. */
    public final boolean tryAcquire() {
        return owner == null && OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    /**
     * Takes it, or waits until it is free or retired, the patience is at its end or the thread is interrupted. An
     * interrupted thread keeps its flag.
     *
     * @return whether it is held now
     */
    public final boolean acquire(WaitLimit waitLimit) {
        if (spin()) {
            return true;
        }
        Waiters queue = waiters();
        Thread me = Thread.currentThread();
        queue.add(me);
        boolean held = false;
        try {
            held = await(queue, waitLimit);
        } finally {
            queue.remove(me);
            queue.roused = false;
        }
        // Whoever let go may have relied on this thread.
        if (!held && !tryAcquire()) {
            return false;
        }
        queue.since = System.nanoTime();
        return true;
    }

    // Most turns are over sooner than a thread is parked and woken.
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
            // Before the look: whoever lets go after it finds nobody roused, and rouses this thread.
            queue.roused = false;
            if (tryAcquire()) {
                return true;
            }
            long now = System.nanoTime();
            long turn = queue.since - begin > 0 ? queue.since : begin;
            long left = Math.min(turn + waitLimit.perHolder() - now, begin + waitLimit.inAll() - now);
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

    /** Gives those who wait a fresh start: the holder is getting on. */
    protected final void showProgress() {
        Waiters queue = waiters;
        if (queue != null) {
            queue.since = System.nanoTime();
        }
    }

    /**
     * Whether the holder may retire the lock, since there is nothing left to do under it. Nobody waits, but anybody may
     * come: what decides must be atomic.
     */
    protected boolean close() {
        return true;
    }

    /**
     * Lets the lock go: to the first who waits, or for good.
     *
     * @return false if it is still held, for something is left to do under it, and nobody waits who would do it
     */
    public final boolean release(KeyTable<?> table) {
        Waiters queue = waiters;
        return queue == null || queue.isEmpty() ? retire(table) : handOver(queue, table);
    }

    private boolean handOver(Waiters queue, KeyTable<?> table) {
        do {
            owner = null;
            if (queue.roused) {
                return true;
            }
            Thread next = queue.peek();
            if (next != null) {
                queue.roused = true;
                LockSupport.unpark(next);
                return true;
            }
            // The one who waited has given up meanwhile: it may not have seen that the lock is free.
        } while (tryAcquire() && !queue.isEmpty());
        return !isHeldByCurrentThread() || retire(table);
    }

    /** Lets the lock go if it is still held: an Error has kept the holder from {@link #release}. */
    protected final void abandon() {
        if (isHeldByCurrentThread()) {
            owner = null;
            Waiters queue = waiters;
            LockSupport.unpark(queue == null ? null : queue.peek());
        }
    }

    private boolean retire(KeyTable<?> table) {
        if (!close()) {
            return false;
        }
        owner = RETIRED;
        Waiters late = waiters;
        if (late != null) {
            late.forEach(LockSupport::unpark);
        }
        table.remove(this);
        return true;
    }

    /** Threads in the order in which they came. */
    private static final class Waiters extends ConcurrentLinkedQueue<Thread> {
        private static final long serialVersionUID = 1;

        /** When the present holder came, or showed progress. */
        volatile long since = System.nanoTime();

        /** Whether one has been told to look again, and has not looked yet. */
        volatile boolean roused;
    }
}
