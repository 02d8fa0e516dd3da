package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One request of a {@link RequestBatcher} and the thread that waits for its answer. */
final class PendingCall<Q, A extends @Nullable Object> {
    private enum State {
        WAITING,
        /** The waiting thread has to send the request itself. */
        TURN,
        /** Another thread is sending the request in its batch. */
        IN_BATCH,
        ANSWERED,
        FAILED,
        /** The waiting thread gave up, after its deadline or an error. */
        GIVEN_UP
    }

    /** A request in another thread's batch may wait this many times the patience in total. */
    private static final int BATCH_PATIENCE_FACTOR = 4;

    private final Q request;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable A answer;
    private @Nullable Throwable failure;

    PendingCall(Q question) {
        this.request = question;
    }

    Q request() {
        return request;
    }

    /**
     * Waits until this thread may send the request, or another thread has sent it. The wait is longer once the
     * request is in another thread's batch, because that call has its own deadlines. An interrupt is restored
     * afterwards.
     *
     * @return whether this thread has to send the request now
     */
    boolean awaitTurn(Duration patience) {
        long start = System.nanoTime();
        long most = patience.toNanos();
        boolean interrupted = false;
        State present = state.get();
        while (present == State.WAITING || present == State.IN_BATCH) {
            long left = (present == State.IN_BATCH ? BATCH_PATIENCE_FACTOR * most : most) - (System.nanoTime() - start);
            if (left <= 0 && state.compareAndSet(present, State.GIVEN_UP)) {
                break;
            }
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            }
            interrupted |= Thread.interrupted();
            present = state.get();
        }
        if (interrupted) {
            caller.interrupt();
        }
        return state.get() == State.TURN;
    }

    /** Gives the call up. Returns whether it was this thread's turn; the caller then passes the turn on. */
    boolean giveUp() {
        return state.getAndSet(State.GIVEN_UP) == State.TURN;
    }

    /** Wakes the waiting thread to send its request. False if that thread has given up. */
    boolean tryStart() {
        boolean goes = state.compareAndSet(State.WAITING, State.TURN);
        if (goes) {
            LockSupport.unpark(caller);
        }
        return goes;
    }

    /** Adds the request to the caller's batch. False if the waiting thread has given up. */
    boolean tryJoin() {
        return state.compareAndSet(State.WAITING, State.IN_BATCH);
    }

    void complete(A outcome) {
        answer = outcome;
        finish(State.ANSWERED);
    }

    void completeExceptionally(Throwable why) {
        failure = why;
        finish(State.FAILED);
    }

    private void finish(State last) {
        if (state.compareAndSet(State.IN_BATCH, last) && Thread.currentThread() != caller) {
            LockSupport.unpark(caller);
        }
    }

    @SuppressWarnings("NullAway") // the answer may be null
    A answer() {
        if (state.get() == State.ANSWERED) {
            return answer;
        }
        Throwable why = failure;
        throw why == null
                ? new RedisFailure(
                        "Redis was not asked in time: as many threads as may were waiting for its answers", null)
                : new RedisFailure(String.valueOf(why.getMessage()), why);
    }
}
