package dev.larder.internal.engine;

import org.jspecify.annotations.Nullable;

/** What failed on the way of a call that goes on all the same: the first is thrown in the end, the others suppressed in it. */
final class FailureCollector {
    private @Nullable Throwable first;

    void add(Throwable failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Does something that may fail. */
    void trying(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            add(failure);
        }
    }

    /** Throws what was added, if anything was. */
    void rethrow() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
