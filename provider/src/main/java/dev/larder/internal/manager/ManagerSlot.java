package dev.larder.internal.manager;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the manager of one id stands. The lock is held while the manager is made, together with the caches that its
 * configuration file names: whoever else asks for it waits, and never meets it half made. The lock is this id's alone and
 * reentrant, so a factory of such a cache may ask for the manager. A factory that waits for another thread which asks for
 * the manager cannot end; so nobody waits longer than {@link CacheWaitLimit#SECONDS}.
 */
final class ManagerSlot {
    private final ReentrantLock lock = new ReentrantLock();

    volatile @Nullable StandardCacheManager manager;

    /** Enters, or waits until the time is up or the thread is interrupted, which keeps its flag. Whether it has entered. */
    boolean enter() {
        try {
            return lock.tryLock(CacheWaitLimit.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    /** Leaves, if this thread has entered. */
    void leave(boolean entered) {
        if (entered) {
            lock.unlock();
        }
    }
}
