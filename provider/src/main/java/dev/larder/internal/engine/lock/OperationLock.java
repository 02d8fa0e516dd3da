package dev.larder.internal.engine.lock;

import dev.larder.internal.lock.KeyLock;
import org.jspecify.annotations.Nullable;

/**
 * The key lock of operations. Its fields are for the holder alone, or only hints for threads that wait.
 *
 * <p>An operation of user code on the key that its caller is at work on gets a nested lock. That one is in no table, and
 * only refers to the lock that the thread holds already.
 */
public final class OperationLock extends KeyLock {
    private boolean reading;
    private boolean busy;

    /** The lock that the thread took or holds instead of this one; null if there is none. */
    @Nullable
    OperationLock other;

    /** Whether this is the lock of an operation within another one of its thread on the same key. */
    boolean nested;

    OperationLock(Object key, @Nullable Thread owner, boolean reading) {
        super(key, owner);
        this.reading = reading;
    }

    /** Takes this lock over from another thread. */
    void begin(boolean reads) {
        reading = reads;
        busy = false;
    }

    /** Makes this the lock of an operation within the one that holds {@code outer}. */
    void nest(OperationLock outer) {
        other = outer;
        nested = true;
    }

    /** Whether the holder reads. A read that takes long is a load. */
    boolean isReading() {
        return reading;
    }

    /** Records whether user code that must not write the key is at work. */
    void setBusy(boolean busy) {
        if (nested && other != null) {
            other.setBusy(busy);
        } else {
            this.busy = busy;
        }
    }

    /** Whether user code of the current thread is at work on the key. */
    boolean isBusyInCurrentThread() {
        return isHeldByCurrentThread() && busy;
    }
}
