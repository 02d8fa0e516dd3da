package dev.larder.internal.lock;

import org.jspecify.annotations.Nullable;

/**
 * The locks that the current thread holds, in all caches. A thread that holds a lock need not wait for another. So two
 * threads that call the cache again from user code, in any order, never wait for each other.
 *
 * <p>Only the outermost locks are recorded, and each lock itself knows whether it is held. There is no count that an
 * Error between two steps could corrupt. {@link #ofThread} gives the record; who takes a lock looks it up once.
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

    /** The record of the current thread, for the other methods. */
    public static @Nullable Object[] ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Called before the current thread takes several locks, or one that it cannot release without calling a method.
     * Takes some 25 ns.
     *
     * @throws StackOverflowError if the stack is so short that releasing a lock might overflow it, too; nothing has
     *     been taken yet
     */
    public static void requireStack() {
        descend(FRAMES, 0, 0, 0, 0, 0, 0, 0, 0);
        OF_THREAD.get();
    }

    // Releasing a lock needs fewer frames, and no larger ones, compiled or not.
    private static long descend(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a + b + c + d : descend(frames - 1, b + 1, c, d, e, f, g, h, a) ^ frames;
    }

    /** Whether the current thread may wait for a key lock or for a load. */
    public static boolean mayAwaitLock() {
        return mayAwaitLock(OF_THREAD.get());
    }

    /** {@link #mayAwaitLock()}, by the record of the current thread. */
    public static boolean mayAwaitLock(@Nullable Object[] held) {
        return !isHeld(held[OPERATION]);
    }

    /** Whether the current thread may wait for another thread's delivery. */
    public static boolean mayAwaitDelivery(@Nullable Object[] held) {
        return !isHeld(held[OPERATION]) && !isHeld(held[DELIVERY]);
    }

    private static boolean isHeld(@Nullable Object lock) {
        return lock instanceof KeyLock known && known.isHeldByCurrentThread();
    }

    /** Records the lock of an operation that has begun. */
    public static void beginOperation(@Nullable Object[] held, KeyLock lock) {
        begin(held, OPERATION, lock);
    }

    /** Records the lock of a delivery that has begun. */
    public static void beginDelivery(@Nullable Object[] held, KeyLock lock) {
        begin(held, DELIVERY, lock);
    }

    private static void begin(@Nullable Object[] held, int kind, KeyLock lock) {
        if (!isHeld(held[kind])) {
            held[kind] = lock;
        }
    }

    /** Removes the reference to a lock that is no longer held, and so to its key. */
    public static void forget(@Nullable Object[] held, KeyLock lock) {
        for (int i = 0; i < held.length; i++) {
            if (held[i] == lock) {
                held[i] = null;
            }
        }
    }
}
