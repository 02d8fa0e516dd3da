package dev.larder.internal.engine.lock;

import dev.larder.internal.lock.KeyLock;
import org.jspecify.annotations.Nullable;

/** A key's place in the queue of turns. All but the lock itself is for its holder alone, or for people who wait. */
public final class OperationLock extends KeyLock {
    private boolean reading;
    private boolean busy;
    private byte reentries;

    OperationLock(Object key, @Nullable Thread owner, boolean reading) {
        super(key, owner);
        this.reading = reading;
    }

    /** Notes what the holder, who has just come, is about to do. */
    void beginWith(boolean reads) {
        reading = reads;
    }

    /** Whether the holder reads: what takes long there is a load. */
    boolean isReading() {
        return reading;
    }

    /** Notes whether user code that must not write the key is at work. */
    void setBusy(boolean busy) {
        this.busy = busy;
    }

    /** Whether this very thread's user code is at work on the key. */
    boolean isBusyHere() {
        return isHeldByCurrentThread() && busy;
    }

    /** One more turn of the holder, within its turn. */
    void reenter() {
        reentries++;
    }

    /** Whether it was a turn within a turn that has ended. */
    boolean leavesInnerTurn() {
        if (reentries == 0) {
            return false;
        }
        reentries--;
        return true;
    }
}
