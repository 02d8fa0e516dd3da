package dev.larder.memcached;

import org.jspecify.annotations.Nullable;

/** Goes on when one of several servers fails, and says so in the end. Not thread-safe. */
final class Misfortunes {
    private @Nullable MemcachedFailure first;

    /** Runs it; a failure is kept for later. */
    void watch(Runnable work) {
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
    void raise() {
        if (first != null) {
            throw first;
        }
    }
}
