package dev.larder.internal.engine.lock;

import dev.larder.internal.lock.KeyLock;
import org.jspecify.annotations.Nullable;

/** The key lock of operations. Its fields are for the holder alone, or only hints for threads that wait. */
public final class OperationLock extends KeyLock {
    private boolean reading;
    private boolean busy;
    private byte reentries;

    OperationLock(Object key, @Nullable Thread owner, boolean reading) {
        super(key, owner);
        this.reading = reading;
    }

    /** Records what the new holder is about to do. */
    void setReading(boolean reads) {
        reading = reads;
    }

    /** Whether the holder reads. A read that takes long is a load. */
    boolean isReading() {
        return reading;
    }

    /** Records whether user code that must not write the key is at work. */
    void setBusy(boolean busy) {
        this.busy = busy;
    }

    /** Whether user code of the current thread is at work on the key. */
    boolean isBusyInCurrentThread() {
        return isHeldByCurrentThread() && busy;
    }

    /** Records a nested operation of the holder. */
    void reenter() {
        reentries++;
    }

    /** Whether the operation that ends was a nested one. */
    boolean leavesNested() {
        if (reentries == 0) {
            return false;
        }
        reentries--;
        return true;
    }
}
