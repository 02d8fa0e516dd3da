package dev.larder.memcached;

import org.jspecify.annotations.Nullable;

/** Goes on when one of several servers fails, and says so in the end. Not thread-safe. */
public final class FailureCollector {
    private @Nullable MemcachedFailure first;

    /** Runs it; a failure is kept for later. */
    public void watch(Runnable work) {
        try {
            work.run();
        } catch (MemcachedFailure failure) {
            if (first == null) {
                first = failure;
            } else {
                first.addSuppressed(failure);
            }
        }
    }

    boolean areNone() {
        return first == null;
    }

    /** Throws the first failure, if there was any. */
    public void raise() {
        if (first != null) {
            throw first;
        }
    }
}
