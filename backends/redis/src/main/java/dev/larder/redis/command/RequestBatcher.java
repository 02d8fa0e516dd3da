package dev.larder.redis.command;

import dev.larder.redis.RedisFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Questions that several threads ask at the same moment. A few are under way at once, each on its own; who comes beyond
 * those waits until one is back, and then all that wait are asked together, by one of them. So a question is never put
 * before it was asked, and nobody waits who finds the way free.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class RequestBatcher<Q, A extends @Nullable Object> {
    private final Function<List<Q>, List<A>> carrier;
    private final Semaphore free;
    private final int most;
    private final Duration patience;
    private final ConcurrentLinkedQueue<PendingCall<Q, A>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param carrier asks some questions and gives the answers in their order
     * @param atOnce how many times it may be at work at once
     * @param most how many questions it takes along
     * @param patience how long anybody waits to be taken along
     */
    RequestBatcher(Function<List<Q>, List<A>> carrier, int atOnce, int most, Duration patience) {
        this.carrier = carrier;
        this.free = new Semaphore(atOnce);
        this.most = most;
        this.patience = patience;
    }

    /**
     * Asks.
     *
     * @throws RuntimeException what the carrier failed with; a {@link RedisFailure} if it was not back in time
     */
    A ask(Q question) {
        if (free.tryAcquire()) {
            return carry(question);
        }
        PendingCall<Q, A> pendingCall = new PendingCall<>(question);
        waiting.add(pendingCall);
        // Who has come back in between has met nobody.
        dispatch();
        return awaitsTurn(pendingCall) ? carry(question) : pendingCall.answer();
    }

    private boolean awaitsTurn(PendingCall<Q, A> pendingCall) {
        boolean waited = false;
        try {
            boolean turn = pendingCall.awaitsTurn(patience);
            waited = true;
            return turn;
        } finally {
            // Who is thrown out of his seat passes his turn on.
            if (!waited && pendingCall.leaves()) {
                comesBack();
            }
        }
    }

    private A carry(Q own) {
        List<PendingCall<Q, A>> others = List.of();
        try {
            if (!waiting.isEmpty()) {
                others = new ArrayList<>(most);
                board(others);
            }
            return carry(own, others);
        } catch (RuntimeException | Error failure) {
            for (int i = 0; i < others.size(); i++) {
                others.get(i).failed(failure);
            }
            throw failure;
        } finally {
            comesBack();
        }
    }

    private void comesBack() {
        free.release();
        dispatch();
    }

    private A carry(Q own, List<PendingCall<Q, A>> others) {
        List<A> answers = carrier.apply(questions(own, others));
        for (int i = 0; i < others.size(); i++) {
            others.get(i).answered(answers.get(i + 1));
        }
        return answers.get(0);
    }

    private List<Q> questions(Q own, List<PendingCall<Q, A>> others) {
        List<Q> questions = new ArrayList<>(others.size() + 1);
        questions.add(own);
        others.forEach(pendingCall -> questions.add(pendingCall.question()));
        return questions;
    }

    // There is room in the list: nobody is aboard of whom it does not know.
    private void board(List<PendingCall<Q, A>> aboard) {
        while (aboard.size() < most - 1) {
            PendingCall<Q, A> next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.boards()) {
                aboard.add(next);
            }
        }
    }

    /** Lets the first of those who wait go, if the way is free. */
    private void dispatch() {
        boolean gone = false;
        while (!gone && !waiting.isEmpty() && free.tryAcquire()) {
            try {
                PendingCall<Q, A> first = waiting.poll();
                gone = first != null && first.goes();
            } finally {
                if (!gone) {
                    free.release();
                }
            }
        }
    }
}
