package dev.larder.internal.engine.lock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The locks that one call has entered. {@link #close} leaves them all. */
public final class LockedKeys implements AutoCloseable {
    private final OperationLocks locks;
    private final @Nullable Object[] held;
    private final List<OperationLock> entered;

    /**
     * @param size how many locks will be added at most, so that adding needs no further memory
     */
    LockedKeys(OperationLocks locks, @Nullable Object[] held, int size) {
        this.locks = locks;
        this.held = held;
        this.entered = new ArrayList<>(size);
    }

    void add(@Nullable OperationLock lock) {
        if (lock != null) {
            entered.add(lock);
        }
    }

    /** Marks each lock: user code is about to be called for its key. */
    void setBusy() {
        entered.forEach(lock -> lock.setBusy(true));
    }

    @Override
    public void close() {
        while (!entered.isEmpty()) {
            locks.leave(entered.remove(entered.size() - 1), held);
        }
    }
}
