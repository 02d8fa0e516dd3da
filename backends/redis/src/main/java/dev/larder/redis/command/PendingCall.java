package dev.larder.redis.command;

import dev.larder.redis.RedisFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One request of a {@link RequestBatcher} and the thread that waits for its answer. */
final class PendingCall<Q, A extends @Nullable Object> {
    private enum State {
        WAITING,
        /** The waiting thread has to send the request itself. */
        GOING,
        /** Another thread is sending the request in its batch. */
        ABOARD,
        ANSWERED,
        FAILED,
        /** The waiting thread gave up, after its deadline or an error. */
        GONE
    }

    /** A request in another thread's batch may wait this many times the patience in total. */
    private static final int ABOARD = 4;

    private final Q question;
    private final Thread asker = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable A answer;
    private @Nullable Throwable failure;

    PendingCall(Q question) {
        this.question = question;
    }

    Q question() {
        return question;
    }

    /**
     * Waits until this thread may send the request, or another thread has sent it. The wait is longer once the
     * request is in another thread's batch, because that call has its own deadlines. An interrupt is restored
     * afterwards.
     *
     * @return whether this thread has to send the request now
     */
    boolean awaitsTurn(Duration patience) {
        long start = System.nanoTime();
        long most = patience.toNanos();
        boolean interrupted = false;
        State present = state.get();
        while (present == State.WAITING || present == State.ABOARD) {
            long left = (present == State.ABOARD ? ABOARD * most : most) - (System.nanoTime() - start);
            if (left <= 0 && state.compareAndSet(present, State.GONE)) {
                break;
            }
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            }
            interrupted |= Thread.interrupted();
            present = state.get();
        }
        if (interrupted) {
            asker.interrupt();
        }
        return state.get() == State.GOING;
    }

    /** Gives the call up. Returns whether it was this thread's turn; the caller then passes the turn on. */
    boolean leaves() {
        return state.getAndSet(State.GONE) == State.GOING;
    }

    /** Wakes the waiting thread to send its request. False if that thread has given up. */
    boolean goes() {
        boolean goes = state.compareAndSet(State.WAITING, State.GOING);
        if (goes) {
            LockSupport.unpark(asker);
        }
        return goes;
    }

    /** Adds the request to the caller's batch. False if the waiting thread has given up. */
    boolean boards() {
        return state.compareAndSet(State.WAITING, State.ABOARD);
    }

    void answered(A outcome) {
        answer = outcome;
        end(State.ANSWERED);
    }

    void failed(Throwable why) {
        failure = why;
        end(State.FAILED);
    }

    private void end(State last) {
        if (state.compareAndSet(State.ABOARD, last) && Thread.currentThread() != asker) {
            LockSupport.unpark(asker);
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
