package dev.larder.internal.engine;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One stripe: a lock, and the keys that its holder's user code is at work on. */
final class Stripe {
    /** How many stripes the current thread holds, of all caches. */
    private static final ThreadLocal<int[]> HELD = ThreadLocal.withInitial(() -> new int[1]);

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Collection<?> busyKeys;

    /** Whether this thread holds no stripe, of any cache, and so may wait for one. */
    static boolean mayWait() {
        return HELD.get()[0] == 0;
    }

    /** Enters, waiting only if this thread holds no stripe yet. Whether it is held now. */
    boolean enter() {
        return enter(mayWait());
    }

    /** Enters, waiting if it may. Whether it is held now. */
    boolean enter(boolean wait) {
        if (wait) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return false;
        }
        HELD.get()[0]++;
        return true;
    }

    void leave() {
        HELD.get()[0]--;
        lock.unlock();
    }

    /** Notes the keys that user code is at work on, null for none; gives those before. Only while held. */
    @Nullable
    Collection<?> busyWith(@Nullable Collection<?> keys) {
        Collection<?> before = busyKeys;
        busyKeys = keys;
        return before;
    }

    /** Whether this very thread's user code is at work on the key. */
    boolean isBusyWith(Object key) {
        return lock.isHeldByCurrentThread() && busyKeys != null && busyKeys.contains(key);
    }
}
