package dev.larder.internal.lock;

import org.jspecify.annotations.Nullable;

/**
 * What the current thread holds, of all caches. Who holds a lock need not wait for another: then two threads
 * that call the cache again from user code, in any order, never wait for each other at all.
 *
 * <p>Only the outermost locks are known, and they say themselves whether they are held: there is no count that an Error
 * between two steps could leave wrong.
 */
public final class HeldLocks {
    private static final ThreadLocal<HeldLocks> OF_THREAD = ThreadLocal.withInitial(HeldLocks::new);
    private static final int FRAMES = 24;

    private @Nullable KeyLock turn;
    private @Nullable KeyLock delivery;

    private HeldLocks() {}

    /**
     * The current thread's, about to hold one more. Throws a {@link StackOverflowError} if the stack is so short that
     * giving a lock back might, too: here nothing has been taken yet.
     */
    public static HeldLocks prepare() {
        descend(FRAMES, 0, 0, 0, 0, 0, 0, 0, 0);
        return OF_THREAD.get();
    }

    // The frames of what gives a lock back are fewer, and no larger, compiled or not.
    private static long descend(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a + b + c + d : descend(frames - 1, b + 1, c, d, e, f, g, h, a) ^ frames;
    }

    /** The current thread's. */
    public static HeldLocks current() {
        return OF_THREAD.get();
    }

    /** Whether the thread may wait for the turn at a key, or for a load. */
    public boolean mayAwaitTurn() {
        return !isHeld(turn);
    }

    /** Whether the thread may wait for another thread's delivery. */
    public boolean mayAwaitDelivery() {
        return !isHeld(turn) && !isHeld(delivery);
    }

    private static boolean isHeld(@Nullable KeyLock lock) {
        return lock != null && lock.isHeldByCurrentThread();
    }

    /** Notes the lock of a turn that has begun. */
    public void beginTurn(KeyLock lock) {
        if (!isHeld(turn)) {
            turn = lock;
        }
    }

    /** Notes a delivery that has begun. */
    public void beginDelivery(KeyLock lock) {
        if (!isHeld(delivery)) {
            delivery = lock;
        }
    }

    /** Lets go of a lock that is not held any more, and of its key. */
    public void forget(KeyLock lock) {
        if (turn == lock) {
            turn = null;
        }
        if (delivery == lock) {
            delivery = null;
        }
    }
}
