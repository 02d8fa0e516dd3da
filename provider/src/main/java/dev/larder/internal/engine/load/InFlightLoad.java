package dev.larder.internal.engine.load;

import dev.larder.internal.engine.load.InFlightLoads.Outcome;
import dev.larder.internal.lock.KeyNode;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * A load that is running. Waiting threads park, also in a worker of a {@code ForkJoinPool}. A {@code CompletableFuture}
 * would make the worker run other tasks meanwhile, and each of those might wait on top of it.
 */
final class InFlightLoad extends KeyNode {
    private final Thread loadingThread = Thread.currentThread();
    private final Completion completion = new Completion();
    private volatile Outcome outcome = Outcome.NONE;
    private volatile @Nullable RuntimeException failure;

    /** A load that the current thread is about to begin. */
    InFlightLoad(Object key) {
        super(key);
    }

    boolean isRunByCurrentThread() {
        return loadingThread == Thread.currentThread();
    }

    void succeed(Outcome outcome) {
        this.outcome = outcome;
    }

    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    /** Releases all waiting threads; without an outcome, if an Error ended the leader's load. */
    void complete() {
        completion.releaseShared(1);
    }

    /**
     * Waits until the load has ended.
     *
     * @param nanos how long to wait at most, in nanoseconds
     * @return false if it has not ended in that time
     * @throws InterruptedException if the thread is interrupted, or has been before
     */
    boolean await(long nanos) throws InterruptedException {
        return completion.tryAcquireSharedNanos(1, nanos);
    }

    /**
     * The outcome of a load that has ended.
     *
     * @throws RuntimeException what the load failed with
     */
    Outcome outcome() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return outcome;
    }

    @Override
    public boolean isRetired() {
        return completion.isOver();
    }

    private static final class Completion extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        boolean isOver() {
            return getState() != 0;
        }

        @Override
        protected int tryAcquireShared(int any) {
            return isOver() ? 1 : -1;
        }

        @Override
        protected boolean tryReleaseShared(int any) {
            setState(1);
            return true;
        }
    }
}
