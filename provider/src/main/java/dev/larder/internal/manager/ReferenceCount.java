package dev.larder.internal.manager;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the holders of a manager that have not closed it. By default the first close closes the manager, as JSR-107
 * prescribes. A shared manager closes with the last one. Thread-safe.
 */
final class ReferenceCount {
    private static final int CLOSED = -1;

    private final boolean shared;
    private final AtomicInteger count = new AtomicInteger();

    ReferenceCount(boolean shared) {
        this.shared = shared;
    }

    /** Adds a holder; false if the manager is closed. */
    boolean add() {
        return count.updateAndGet(before -> before == CLOSED ? CLOSED : before + 1) != CLOSED;
    }

    /** Removes a holder; true if the manager must be closed now. */
    boolean remove() {
        return close(shared ? 1 : Integer.MAX_VALUE);
    }

    /** Removes all holders; true the first time. */
    boolean removeAll() {
        return close(Integer.MAX_VALUE);
    }

    boolean isClosed() {
        return count.get() == CLOSED;
    }

    private boolean close(int leaving) {
        int before = count.getAndUpdate(holders -> holders <= leaving ? CLOSED : holders - leaving);
        return before != CLOSED && before <= leaving;
    }
}
