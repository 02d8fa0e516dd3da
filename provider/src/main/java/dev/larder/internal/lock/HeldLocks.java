package dev.larder.internal.lock;

import org.jspecify.annotations.Nullable;

/**
 * The locks that the current thread holds, in all caches. A thread that holds a lock need not wait for another. So two
 * threads that call the cache again from user code, in any order, never wait for each other.
 *
 * <p>Only the outermost locks are recorded, and each lock itself knows whether it is held. There is no count that an
 * Error between two steps could corrupt.
 */
public final class HeldLocks {
    private static final ThreadLocal<HeldLocks> OF_THREAD = ThreadLocal.withInitial(HeldLocks::new);
    private static final int FRAMES = 24;

    private @Nullable KeyLock operationLock;
    private @Nullable KeyLock deliveryLock;

    private HeldLocks() {}

    /**
     * The current thread's locks, before it takes one more.
     *
     * @throws StackOverflowError if the stack is so short that releasing a lock might overflow it, too; nothing has
     *     been taken yet
     */
    public static HeldLocks prepare() {
        descend(FRAMES, 0, 0, 0, 0, 0, 0, 0, 0);
        return OF_THREAD.get();
    }

    // Releasing a lock needs fewer frames, and no larger ones, compiled or not.
    private static long descend(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a + b + c + d : descend(frames - 1, b + 1, c, d, e, f, g, h, a) ^ frames;
    }

    /** The current thread's locks. */
    public static HeldLocks current() {
        return OF_THREAD.get();
    }

    /** Whether the thread may wait for a key lock or for a load. */
    public boolean mayAwaitLock() {
        return !isHeld(operationLock);
    }

    /** Whether the thread may wait for another thread's delivery. */
    public boolean mayAwaitDelivery() {
        return !isHeld(operationLock) && !isHeld(deliveryLock);
    }

    private static boolean isHeld(@Nullable KeyLock lock) {
        return lock != null && lock.isHeldByCurrentThread();
    }

    /** Records the lock of an operation that has begun. */
    public void beginOperation(KeyLock lock) {
        if (!isHeld(operationLock)) {
            operationLock = lock;
        }
    }

    /** Records the lock of a delivery that has begun. */
    public void beginDelivery(KeyLock lock) {
        if (!isHeld(deliveryLock)) {
            deliveryLock = lock;
        }
    }

    /** Removes the reference to a lock that is no longer held, and so to its key. */
    public void forget(KeyLock lock) {
        if (operationLock == lock) {
            operationLock = null;
        }
        if (deliveryLock == lock) {
            deliveryLock = null;
        }
    }
}
