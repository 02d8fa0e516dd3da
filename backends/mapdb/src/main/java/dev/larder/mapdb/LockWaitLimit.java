package dev.larder.mapdb;

import dev.larder.mapdb.database.RejectedWriteException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes locks, and gives up on one that another thread holds for much longer than any work under it lasts. That thread
 * is stuck, or an error ended it where it could not give the lock back.
 */
public final class LockWaitLimit {
    static final Duration LONGEST = Duration.ofSeconds(20);

    private LockWaitLimit() {}

    /**
     * Takes a lock; an interrupt does not end the wait, and is passed on.
     *
     * @throws RejectedWriteException if it is not to be had
     */
    public static void lock(ReentrantLock lock) {
        if (!lock.tryLock() && !isTaken(lock)) {
            throw new RejectedWriteException(
                    "another thread has held a lock of this MapDB store for " + LONGEST.toSeconds()
                            + " s and may be stuck; nothing was done: see what that thread does, or restart the process");
        }
    }

    private static boolean isTaken(ReentrantLock lock) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException goOn) {
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
