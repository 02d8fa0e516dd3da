package dev.larder.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * Collects the failures of a call that continues after a failure. The first is thrown at the end, with the others
 * suppressed in it.
 */
final class FailureCollector {
    private @Nullable Throwable first;

    void add(Throwable failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Runs an action and collects its failure. */
    void attempt(Runnable action) {
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
