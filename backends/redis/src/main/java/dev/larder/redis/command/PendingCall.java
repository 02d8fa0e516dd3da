package dev.larder.redis.command;

import dev.larder.redis.RedisFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One question of a {@link RequestBatcher}, and the thread that waits for its answer. */
final class PendingCall<Q, A extends @Nullable Object> {
    private enum State {
        WAITING,
        /** Its own thread is to ask. */
        GOING,
        /** Another thread is asking. */
        ABOARD,
        ANSWERED,
        FAILED,
        /** Has waited for too long. */
        GONE
    }

    /** How many times the patience of one who waits for his turn somebody else may take to ask for him. */
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
     * Waits until it is this thread's turn to ask, or somebody has asked for it. Once it is aboard it waits for longer, since the
     * carrier has deadlines of its own. An interrupt is passed on afterwards.
     *
     * @return whether to ask now
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

    /** Gives the seat up: whether it was its turn, which somebody else must have then. */
    boolean leaves() {
        return state.getAndSet(State.GONE) == State.GOING;
    }

    /** Sends its own thread; not if that has gone. */
    boolean goes() {
        boolean goes = state.compareAndSet(State.WAITING, State.GOING);
        if (goes) {
            LockSupport.unpark(asker);
        }
        return goes;
    }

    /** Is taken along by another thread; not if its own has gone. */
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

    @SuppressWarnings("NullAway") // an answer may well be null
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
