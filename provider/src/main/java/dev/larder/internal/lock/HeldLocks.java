package dev.larder.internal.lock;

import org.jspecify.annotations.Nullable;

/**
 * The locks that the current thread holds, in all caches. A thread that holds a lock need not wait for another. So two
 * threads that call the cache again from user code, in any order, never wait for each other.
 *
 * <p>Only the outermost locks are recorded, and each lock itself knows whether it is held. There is no count that an
 * Error between two steps could corrupt.
 *
 * <p>What a thread remembers is an array of the JDK's own. A thread may outlive an application, and a value of a class of
 * ours would keep that application's class loader.
 */
public final class HeldLocks {
    private static final ThreadLocal<@Nullable Object[]> OF_THREAD = ThreadLocal.withInitial(() -> new Object[2]);
    private static final int OPERATION = 0;
    private static final int DELIVERY = 1;
    private static final int FRAMES = 24;

    private HeldLocks() {}

    /**
     * Called before the current thread takes a lock.
     *
     * @throws StackOverflowError if the stack is so short that releasing a lock might overflow it, too; nothing has
     *     been taken yet
     */
    public static void prepare() {
        descend(FRAMES, 0, 0, 0, 0, 0, 0, 0, 0);
        OF_THREAD.get();
    }

    // Releasing a lock needs fewer frames, and no larger ones, compiled or not.
    private static long descend(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a + b + c + d : descend(frames - 1, b + 1, c, d, e, f, g, h, a) ^ frames;
    }

    /** Whether the current thread may wait for a key lock or for a load. */
    public static boolean mayAwaitLock() {
        return !isHeld(OF_THREAD.get()[OPERATION]);
    }

    /** Whether the current thread may wait for another thread's delivery. */
    public static boolean mayAwaitDelivery() {
        @Nullable Object[] locks = OF_THREAD.get();
        return !isHeld(locks[OPERATION]) && !isHeld(locks[DELIVERY]);
    }

    private static boolean isHeld(@Nullable Object lock) {
        return lock instanceof KeyLock known && known.isHeldByCurrentThread();
    }

    /** Records the lock of an operation that has begun. */
    public static void beginOperation(KeyLock lock) {
        begin(OPERATION, lock);
    }

    /** Records the lock of a delivery that has begun. */
    public static void beginDelivery(KeyLock lock) {
        begin(DELIVERY, lock);
    }

    private static void begin(int kind, KeyLock lock) {
        @Nullable Object[] locks = OF_THREAD.get();
        if (!isHeld(locks[kind])) {
            locks[kind] = lock;
        }
    }

    /** Removes the reference to a lock that is no longer held, and so to its key. */
    public static void forget(KeyLock lock) {
        @Nullable Object[] locks = OF_THREAD.get();
        for (int i = 0; i < locks.length; i++) {
            if (locks[i] == lock) {
                locks[i] = null;
            }
        }
    }
}
