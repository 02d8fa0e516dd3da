package dev.larder.internal.engine.store;

import dev.larder.internal.StackHeadroom;

/**
 * Checks each call of a cache's byte store before it begins. Thread-safe.
 *
 * <p>An operation may still be under way when its cache is closed or destroyed. It must not write into a cache that has
 * been created under the same name since.
 */
final class CallGuard {
    private final String cache;
    private volatile boolean closed;

    CallGuard(String cache) {
        this.cache = cache;
    }

    /**
     * Checks that a call may begin.
     *
     * @throws StackOverflowError if the thread has less stack left than a call needs
     * @throws IllegalStateException if the cache is closed
     */
    void check() {
        StackHeadroom.require();
        if (closed) {
            throw new IllegalStateException(
                    "cache '" + cache + "' was closed during the operation; take it from its manager again");
        }
    }

    /** Lets no further call begin. */
    void close() {
        closed = true;
    }
}
