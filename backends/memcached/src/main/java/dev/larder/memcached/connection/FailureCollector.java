package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.MemcachedFailure;
import org.jspecify.annotations.Nullable;

/**
 * Collects the failures of several servers, so that one failed server does not stop the calls to the others. Not
 * thread-safe.
 */
public final class FailureCollector {
    private @Nullable MemcachedFailure first;

    /** Runs the work and records a failure instead of throwing it. */
    public void run(Runnable work) {
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

    public boolean isEmpty() {
        return first == null;
    }

    /** Throws the first failure, with the others suppressed. Does nothing if there was none. */
    public void throwIfAny() {
        if (first != null) {
            throw first;
        }
    }
}
