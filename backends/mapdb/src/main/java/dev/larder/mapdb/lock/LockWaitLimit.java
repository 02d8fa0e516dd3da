package dev.larder.mapdb.lock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes locks with a time limit. The limit is much longer than any work under such a lock. A thread that holds one for
 * longer is stuck, or an error ended it before it could release the lock.
 */
public final class LockWaitLimit {
    static final Duration LONGEST = Duration.ofSeconds(20);

    private LockWaitLimit() {}

    /**
     * Takes a lock. An interrupt does not end the wait; the thread's interrupt status is restored afterwards.
     *
     * @throws RejectedWriteException if the lock isn't free within 20 seconds
     */
    public static void lock(ReentrantLock lock) {
        if (!lock.tryLock() && !isTaken(lock)) {
            throw new RejectedWriteException(
                    "another thread has held a lock of this MapDB store for " + LONGEST.toSeconds()
                            + " s and may be stuck; nothing was changed: check that thread, or restart the process");
        }
    }

    private static boolean isTaken(ReentrantLock lock) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException retry) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
