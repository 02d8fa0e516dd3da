package dev.larder.internal.manager;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who has obtained a manager and not closed it. As the standard has it, the first close closes; a
 * shared manager closes with the last. Thread-safe.
 */
final class ReferenceCount {
    private static final int CLOSED = -1;

    private final boolean shared;
    private final AtomicInteger count = new AtomicInteger();

    ReferenceCount(boolean shared) {
        this.shared = shared;
    }

    /** One more; false if all is over. */
    boolean add() {
        return count.updateAndGet(before -> before == CLOSED ? CLOSED : before + 1) != CLOSED;
    }

    /** One fewer; true if this was the one to close for. */
    boolean remove() {
        return close(shared ? 1 : Integer.MAX_VALUE);
    }

    /** None any more, whoever holds; true the first time. */
    boolean removeAll() {
        return close(Integer.MAX_VALUE);
    }

    boolean areGone() {
        return count.get() == CLOSED;
    }

    private boolean close(int leaving) {
        int before = count.getAndUpdate(holders -> holders <= leaving ? CLOSED : holders - leaving);
        return before != CLOSED && before <= leaving;
    }
}
