package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Batches requests that several threads make at the same moment. A few calls run at once. A further request waits
 * until one of them returns; then one waiting thread sends all requests that wait. No request is answered by a
 * call that began before the request, and none waits while a further call may run.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
final class RequestBatcher<Q, A extends @Nullable Object> {
    private final Function<List<Q>, List<A>> sender;
    private final Semaphore permits;
    private final int maxBatchSize;
    private final Duration patience;
    private final ConcurrentLinkedQueue<PendingCall<Q, A>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param carrier sends some requests and returns the answers in their order
     * @param atOnce how many calls of {@code carrier} may run at once
     * @param most how many requests one call sends
     * @param patience how long a request waits to be sent
     */
    RequestBatcher(Function<List<Q>, List<A>> carrier, int atOnce, int most, Duration patience) {
        this.sender = carrier;
        this.permits = new Semaphore(atOnce);
        this.maxBatchSize = most;
        this.patience = patience;
    }

    /**
     * Sends a request, alone or in a batch, and waits for the answer.
     *
     * @throws RuntimeException what the carrier threw; a {@link RedisFailure} if there was no answer in time
     */
    A submit(Q question) {
        if (permits.tryAcquire()) {
            return send(question);
        }
        PendingCall<Q, A> pendingCall = new PendingCall<>(question);
        waiting.add(pendingCall);
        // A call that returned before the request was queued did not see it.
        dispatch();
        return awaitTurn(pendingCall) ? send(question) : pendingCall.answer();
    }

    private boolean awaitTurn(PendingCall<Q, A> pendingCall) {
        boolean waited = false;
        try {
            boolean turn = pendingCall.awaitTurn(patience);
            waited = true;
            return turn;
        } finally {
            // An error in the waiting thread must not lose its turn.
            if (!waited && pendingCall.giveUp()) {
                releasePermit();
            }
        }
    }

    private A send(Q own) {
        List<PendingCall<Q, A>> others = List.of();
        try {
            if (!waiting.isEmpty()) {
                others = new ArrayList<>(maxBatchSize);
                collectWaiting(others);
            }
            return send(own, others);
        } catch (RuntimeException | Error failure) {
            for (int i = 0; i < others.size(); i++) {
                others.get(i).completeExceptionally(failure);
            }
            throw failure;
        } finally {
            releasePermit();
        }
    }

    private void releasePermit() {
        permits.release();
        dispatch();
    }

    private A send(Q own, List<PendingCall<Q, A>> others) {
        List<A> answers = sender.apply(requests(own, others));
        for (int i = 0; i < others.size(); i++) {
            others.get(i).complete(answers.get(i + 1));
        }
        return answers.get(0);
    }

    private List<Q> requests(Q own, List<PendingCall<Q, A>> others) {
        List<Q> questions = new ArrayList<>(others.size() + 1);
        questions.add(own);
        others.forEach(pendingCall -> questions.add(pendingCall.request()));
        return questions;
    }

    // The list has its capacity already: each request taken is also recorded.
    private void collectWaiting(List<PendingCall<Q, A>> aboard) {
        while (aboard.size() < maxBatchSize - 1) {
            PendingCall<Q, A> next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.tryJoin()) {
                aboard.add(next);
            }
        }
    }

    /** Lets the first waiting request start if a further call may run. */
    private void dispatch() {
        boolean gone = false;
        while (!gone && !waiting.isEmpty() && permits.tryAcquire()) {
            try {
                PendingCall<Q, A> first = waiting.poll();
                gone = first != null && first.tryStart();
            } finally {
                if (!gone) {
                    permits.release();
                }
            }
        }
    }
}
