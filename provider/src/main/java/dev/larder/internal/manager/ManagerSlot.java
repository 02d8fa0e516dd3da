package dev.larder.internal.manager;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Holds the manager of one id. Its lock is held while the manager is created, together with the caches that its
 * configuration file names. Other threads that ask for the manager wait, and never see it half created. The lock
 * belongs to this id only and is reentrant, so a factory of such a cache may ask for the manager. A factory that waits
 * for another thread which asks for the manager would deadlock. Therefore no thread waits longer than
 * {@link CacheWaitLimit#SECONDS}.
 */
final class ManagerSlot {
    private final ReentrantLock lock = new ReentrantLock();

    volatile @Nullable StandardCacheManager manager;

    /**
     * Acquires the lock. Returns false if the time is up or the thread is interrupted, which keeps its interrupt flag.
     */
    boolean enter() {
        try {
            return lock.tryLock(CacheWaitLimit.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    /** Releases the lock, if this thread has acquired it. */
    void leave(boolean entered) {
        if (entered) {
            lock.unlock();
        }
    }
}
